import { connect, createServer, type AddressInfo } from 'node:net';
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

/** A way to the server on which, from some moment on, nothing comes any more, and nobody is told. */
async function silentRoad(to: URL) {
  let silent = false;
  const road = createServer((here) => {
    const there = connect(Number(to.port), to.hostname);
    here.on('data', (bytes) => void (silent || there.write(bytes))).on('error', () => {});
    there.on('data', (bytes) => void (silent || here.write(bytes))).on('error', () => {});
    here.on('close', () => there.destroy());
  });
  await new Promise<void>((open) => road.listen(0, '127.0.0.1', open));
  const url = new URL(to);
  url.port = String((road.address() as AddressInfo).port);
  return { url: url.href, fallSilent: (is: boolean) => void (silent = is), close: () => road.close() };
}

describe('a server that is gone without a word', () => {
  it('is given up on, and asked anew over another connection', async () => {
    const road = await silentRoad(new URL(shelf.databaseUrl));
    const far = openRoomDatabase({ url: road.url, room: 'users', connections: 1, patience: 2000 });
    const ask = () => pidOf(far.forTenant('demo'));
    await ask();
    road.fallSilent(true);
    await expect(ask()).rejects.toMatchObject({ cause: { message: 'Query read timeout' } });
    road.fallSilent(false);
    expect(await ask()).toBeDefined();
    await far.close();
    road.close();
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
