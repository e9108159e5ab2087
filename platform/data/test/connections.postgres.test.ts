import { Client } from 'pg';
import { sql } from 'drizzle-orm';
import { startShelf, type Shelf } from '../../test/shelf/story';
import { openRoomDatabase, type RoomDatabase } from '../database';

let shelf: Shelf;
let database: RoomDatabase;
let server: Client;
beforeAll(async () => {
  shelf = await startShelf();
  server = new Client({ connectionString: shelf.databaseUrl });
  await server.connect();
});
afterAll(async () => {
  await server.end();
  await shelf.stop();
});
beforeEach(() => void (database = openRoomDatabase({ url: shelf.databaseUrl, room: 'users', connections: 1 })));
afterEach(() => database.close());

type Statements = Pick<ReturnType<RoomDatabase['forTenant']>, 'execute'>;
const pidOf = async (db: Statements) =>
  (await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)).rows[0]?.pid;
const kill = (pid?: number) => server.query('select pg_terminate_backend($1, 5000)', [pid]);
const demo = () => database.forTenant('demo');
const copies = async (id: string) => (await shelf.context().repositories.books.byId(id))?.copies;

describe('a connection', () => {
  it('given it is lost while a transaction thinks, then that transaction fails, and nothing else', async () => {
    const lost = demo().transaction(async (tx) => {
      await kill(await pidOf(tx));
      await tx.execute(sql`select 1`);
    });
    await expect(lost).rejects.toThrow(/query|connection/i);
    expect(await pidOf(demo())).toBeDefined();
  });

  it('given it is lost before a transaction has begun, then its place is free for another', async () => {
    await pidOf(demo());
    const [idle] = (database.pool as unknown as { _clients: { query: object }[] })._clients;
    Object.assign(idle ?? {}, { query: () => Promise.reject(new Error('Connection terminated unexpectedly')) });
    await expect(demo().transaction(async () => {})).rejects.toThrow('begin');
    expect(await pidOf(demo())).toBeDefined();
  });
});

describe('a connection on which statements are prepared', () => {
  const lend = (db: Statements, id: string) =>
    db.execute(sql`update users.books set copies = copies - 1 where id = ${id} returning id, copies`);
  /** As often as it takes until it is prepared, on the one connection that there is. */
  async function lendOften(id: string): Promise<void> {
    for (let count = 0; count < 4; count += 1) await lend(demo(), id);
  }

  it.each([
    ['a table is changed', () => server.query('alter table users.books alter column copies type bigint')],
    ['they are thrown away', () => demo().execute(sql`deallocate all`)],
  ])('given that %s, then it is replaced by another when that is noticed', async (_what, change) => {
    const id = await shelf.book(9);
    await lendOften(id);
    await change();
    await expect(lend(demo(), id)).rejects.toThrow('Failed query');
    await lend(demo(), id);
    expect(Number(await copies(id))).toBe(4);
    await server.query('alter table users.books alter column copies type integer');
  });

  it('given that it happens inside a transaction, then the next transaction has another', async () => {
    const id = await shelf.book(9);
    await lendOften(id);
    await demo().execute(sql`deallocate all`);
    await expect(demo().transaction((tx) => lend(tx, id))).rejects.toThrow('Failed query');
    await demo().transaction((tx) => lend(tx, id));
    expect(await copies(id)).toBe(4);
  });
});

describe('a transaction that has failed', () => {
  it('given a part of it that goes on, then that part changes nothing', async () => {
    const id = await shelf.book(1);
    let late: Promise<unknown> | undefined;
    const failed = shelf.context().transaction(({ repositories: { books } }) => {
      const refuse = books.byId(id).then(() => Promise.reject(new Error('no')));
      late = books.byId(id).then(() => books.put(id));
      return Promise.all([refuse, late]);
    });
    await expect(failed).rejects.toThrow('no');
    await expect(late).rejects.toMatchObject({ cause: { message: expect.stringContaining('has ended') } });
    expect(await copies(id)).toBe(1);
  });
});
