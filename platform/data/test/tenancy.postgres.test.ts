import { Client } from 'pg';
import { migrateHouse } from '../../subgraph/house';
import { startShelf, type Shelf } from '../../test/shelf/story';
import { shelf as shelfDefinition } from '../../test/shelf/subgraph';

let shelf: Shelf;
beforeAll(async () => void (shelf = await startShelf()));
afterAll(() => shelf.stop());

const titles = async (tenant: string) =>
  (await shelf.context(tenant).repositories.books.all()).map((book) => book.tenantId);
const pool = () => {
  const client = new Client({
    connectionString: shelf.databaseUrl,
    options: '-c role=agora_users -c search_path=users',
  });
  return client.connect().then(() => client);
};

describe('row-level security', () => {
  it('given a query without any filter, shows the rows of the tenant alone', async () => {
    await Promise.all([shelf.book(1, 'demo'), shelf.book(1, 'other'), shelf.book(1, 'other')]);
    expect(new Set(await titles('demo'))).toEqual(new Set(['demo']));
    expect(new Set(await titles('other'))).toEqual(new Set(['other']));
  });

  it('given many requests of two tenants at once over one pool, mixes nothing', async () => {
    const tenants = Array.from({ length: 60 }, (_, index) => (index % 2 ? 'demo' : 'other'));
    const seen = await Promise.all(tenants.map(titles));
    tenants.forEach((tenant, index) => expect(new Set(seen[index])).toEqual(new Set([tenant])));
  });

  it('given a connection without a tenant, shows nothing and takes nothing', async () => {
    const client = await pool();
    expect((await client.query('select * from books')).rows).toEqual([]);
    await expect(
      client.query("insert into books (id, title, status, copies) values ('x', 'x', 'SHELVED', 1)"),
    ).rejects.toThrow('agora.tenant');
    await client.end();
  });

  it('given a tenant that was set for a transaction only, shows nothing after it', async () => {
    const client = await pool();
    await client.query("begin; set local agora.tenant = 'demo'; commit");
    expect((await client.query('select * from books')).rows).toEqual([]);
    await client.end();
  });

  it("refuses to write another tenant's row", async () => {
    const client = await pool();
    await client.query("set agora.tenant = 'demo'");
    const insert = "insert into books (tenant_id, id, title, status, copies) values ('other', 'y', 'y', 'SHELVED', 1)";
    await expect(client.query(insert)).rejects.toThrow('row-level security');
    await client.end();
  });

  it('given a policy as an older version made it, puts its own in its place', async () => {
    const owner = new Client({ connectionString: shelf.databaseUrl });
    await owner.connect();
    await owner.query('drop policy tenant_isolation on users.books');
    await owner.query('create policy tenant_isolation on users.books using (true)');
    await migrateHouse([shelfDefinition], () => shelf.databaseUrl);
    await owner.end();
    await shelf.book(1, 'demo');
    expect(new Set(await titles('other'))).toEqual(new Set(['other']));
  });

  it('cannot be left by resetting the role', async () => {
    const client = await pool();
    await client.query('reset role');
    expect((await client.query('select current_user')).rows).toEqual([{ current_user: 'agora_users' }]);
    await client.end();
  });

  it('lets the tenant of all see the outbox and the inbox, and no more', async () => {
    const client = await pool();
    await client.query("set agora.tenant = '*'");
    expect((await client.query('select * from books')).rows).toEqual([]);
    await expect(client.query('select * from outbox')).resolves.toBeDefined();
    await client.end();
  });

  it('binds every table of the room, its owner included', async () => {
    const client = new Client({ connectionString: shelf.databaseUrl });
    await client.connect();
    const { rows } = await client.query(
      `select relname from pg_class where relnamespace = 'users'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(rows).toEqual([]);
    await client.end();
  });
});
