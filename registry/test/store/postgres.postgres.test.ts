import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../../../test/story/house';
import { startProxy } from '../../../test/faults/proxies/proxy';
import { openStore } from '../../store/open';
import { openPostgresStore } from '../../store/postgres';
import { StoreUnreachableError, type Store } from '../../store/store';
import { describeStore } from './contract';
import { operationsNamed, publishing, versionWith } from './story';

const opened: Store[] = [];
const databases: TestDatabase[] = [];

async function freshDatabase(): Promise<string> {
  const database = await createDatabase();
  databases.push(database);
  return database.url;
}
function open(url: string, patience?: number): Store {
  const store = openPostgresStore(url, { patience });
  opened.push(store);
  return store;
}
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  for (const database of databases.splice(0)) await database.drop();
});

async function rowsOf(url: string, text: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

describeStore('Postgres', async () => {
  const url = await freshDatabase();
  return { store: open(url), another: async () => open(url) };
});

test('given four processes that find an empty database at once, then all can use it', async () => {
  const url = await freshDatabase();
  const stores = [1, 2, 3, 4].map(() => open(url));
  expect(await Promise.all(stores.map((store) => store.live()))).toEqual([null, null, null, null]);
});

test('given a login that may only read and add, then a registry that is up to date takes it', async () => {
  const url = await freshDatabase();
  await open(url).live();
  await rowsOf(
    url,
    `create role registry_reader login password 'r';
     grant usage on schema drizzle, registry to registry_reader;
     grant select on all tables in schema drizzle, registry to registry_reader;`,
  );
  const own = new URL(url);
  [own.username, own.password] = ['registry_reader', 'r'];
  const reader = open(own.href);
  expect(await reader.live()).toBeNull();
  await expect(reader.push(versionWith('me'))).rejects.toThrow(StoreUnreachableError);
  await rowsOf(url, 'drop owned by registry_reader; drop role registry_reader');
});

test('given changes, then each has a line in the audit log, and those that changed nothing have none', async () => {
  const url = await freshDatabase();
  const store = open(url);
  const { id } = versionWith('me');
  const release = { client: 'storefront', version: '1', operations: operationsNamed('Me'), registered: { by: 'dan' } };
  await store.push(versionWith('me', 'ada'));
  await store.push(versionWith('me', 'ada'));
  await store.publish(publishing(id, 'ben'), 0);
  await expect(store.publish(publishing(id, 'ben'), 0)).rejects.toThrow('Check again');
  await store.approve({
    change: 'x',
    schema: 'y',
    reason: 'z',
    expiresAt: '2027-01-01T00:00:00Z',
    approved: { by: 'cat' },
  });
  await store.register(release);
  await store.register(release);
  await store.retire('storefront', '1', { by: 'eve' });
  const lines = await rowsOf(url, 'select by, what, detail from registry.audit order by id');
  expect(lines.map(({ by, what }) => `${String(by)} ${String(what)}`)).toEqual([
    'ada push',
    'ben publish',
    'cat approve',
    'dan register',
    'eve retire',
  ]);
  expect(lines[1]?.detail).toEqual({ release: 1, version: id });
});

test.each(['versions', 'releases', 'approvals', 'audit'])('registry.%s is only ever added to', async (table) => {
  const url = await freshDatabase();
  await open(url).live();
  for (const change of [`delete from registry.${table}`, `truncate registry.${table} cascade`])
    await expect(rowsOf(url, change)).rejects.toThrow('only ever added to');
});

test.each([
  ['subgraph', `subgraphs = jsonb_set(subgraphs, '{0,sdl}', '"type Query { you: ID }"')`],
  ['supergraph', `supergraph = supergraph || ' '`],
])('given a %s that was altered behind its back, then its version is refused', async (_, change) => {
  const url = await freshDatabase();
  const store = open(url);
  const { id } = versionWith('me');
  await store.push(versionWith('me'));
  await rowsOf(url, `alter table registry.versions disable trigger all; update registry.versions set ${change}`);
  await expect(store.version(id)).rejects.toThrow(/was altered/);
});

test('given overlapping batches at once, then none waits for another for ever', async () => {
  const store = open(await freshDatabase());
  const fields = Array.from({ length: 50 }, (_, index) => `Query.f${index}`);
  const useOf = (coordinate: string) => ({ coordinate, client: 'c', clientVersion: '1', count: 1 });
  await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      store.record({
        id: `batch ${index}`,
        day: '2026-01-31',
        uses: (index % 2 ? fields : fields.toReversed()).map(useOf),
      }),
    ),
  );
  const usage = await store.usage('2026-01-31');
  expect(usage).toHaveLength(50);
  expect(usage.every(({ count }) => count === 12)).toBe(true);
});

test('given batches of long ago, then they are forgotten, and what they counted is not', async () => {
  const url = await freshDatabase();
  const store = open(url);
  const uses = [{ coordinate: 'Query.me', client: 'c', clientVersion: '1', count: 1 }];
  await store.record({ id: 'old', day: '2026-01-31', uses });
  await rowsOf(url, `update registry.batches set received_at = now() - interval '31 days'`);
  await store.record({ id: 'new', day: '2026-01-31', uses });
  expect(await rowsOf(url, 'select id from registry.batches')).toEqual([{ id: 'new' }]);
  expect((await store.usage('2026-01-31'))[0]?.count).toBe(2);
});

test('given a network that falls silent, then the store is out of reach, and works again when it is back', async () => {
  const to = new URL(await freshDatabase());
  const road = await startProxy({ host: to.hostname, port: Number(to.port) }, () => 0);
  const there = new URL(to);
  there.port = String(road.port);
  const store = open(there.href, 1500);
  await store.live();
  road.set({ kind: 'cut' });
  await expect(store.live()).rejects.toThrow(StoreUnreachableError);
  await expect(store.push(versionWith('me'))).rejects.toThrow(/does not answer.*REGISTRY_DATABASE_URL/);
  road.set({ kind: 'clear' });
  expect(await store.live()).toBeNull();
  await store.close();
  opened.splice(0);
  await road.stop();
});

test('given a server that is not there, then the sentence names it without its password', async () => {
  const store = await openStore({ REGISTRY_DATABASE_URL: 'postgres://agora:secret@127.0.0.1:9/agora' });
  opened.push(store);
  await expect(store.live()).rejects.toThrow(/127\.0\.0\.1:9\/agora does not answer/);
  await expect(store.live()).rejects.not.toThrow(/secret/);
  await expect(openStore({ REGISTRY_DATABASE_URL: 'localhost' })).rejects.toThrow(/must look like postgres:/);
});
