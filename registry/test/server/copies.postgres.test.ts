import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../../../test/story/house';
import { startRedis } from '../../../platform/redis/server';
import { openRedis } from '../../../platform/redis/connection';
import { HINT_CHANNEL } from '../../../platform/delivery/wire';
import { eventually } from '../../../test/story/rest';
import { describeWithRedis } from '../../../test/redis/redis';
import { createLog } from '../../../gateway/log';
import { openHints } from '../../server/hints';
import { openPostgresStore } from '../../store/postgres';
import type { Store } from '../../store/store';
import { startCopy, surroundings, type ServiceCopy } from './processes';
import { composed, publish } from './story';

let database: TestDatabase;
let direct: Store;
const copies: ServiceCopy[] = [];

beforeEach(async () => {
  database = await createDatabase();
  direct = openPostgresStore(database.url);
});
afterEach(async () => {
  for (const copy of copies.splice(0)) {
    if (copy.child.exitCode === null && copy.child.signalCode === null) await copy.die();
    await copy.store.close();
  }
  await direct.close();
  await database.drop();
});

async function start(count: number, environment: Record<string, string> = {}): Promise<ServiceCopy[]> {
  const around = surroundings({ REGISTRY_DATABASE_URL: database.url, ...environment });
  const started = await Promise.all(Array.from({ length: count }, () => startCopy(around)));
  copies.push(...started);
  return started;
}

async function onConnection(statement: string): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const [first, second, third] = [composed('me'), composed('you'), composed('them')];

test('given two copies on one database, when one publishes, then a gateway that waits at the other hears of it', async () => {
  const [one, other] = (await start(2)) as [ServiceCopy, ServiceCopy];
  await publish(one.store, first);
  const { etag } = await other.another();
  const waiting = other.another(etag);
  const more = composed('me: ID you');
  await publish(one.store, more);
  const { delivery } = await waiting;
  expect(delivery).toMatchObject({ release: 2, version: more.id, supergraph: more.supergraph });
}, 120_000);

test('given a publish straight into the database, then gateways hear of it too', async () => {
  const [copy] = (await start(1)) as [ServiceCopy];
  const waiting = copy.another();
  await publish(direct, first);
  expect((await waiting).delivery).toMatchObject({ release: 1, version: first.id });
}, 120_000);

test('given a release, then Postgres tells of it, also after its connection was lost', async () => {
  await direct.live();
  const hints = openHints({ postgres: database.url, log: createLog('silent') });
  let heard = 0;
  hints.hear(() => (heard += 1));
  const next = async (what: string, work: () => Promise<unknown>) => {
    const before = heard;
    await work();
    await eventually(what, async () => heard > before);
  };
  await eventually('it listens', async () => heard > 0);
  await next('a release is heard of', () => publish(direct, first));
  await next('it listens again', () =>
    onConnection(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'agora registry hints' and datname = current_database()`),
  );
  await next('another release is heard of', () => publish(direct, second));
  await hints.close();
}, 120_000);

test('given two that publish at once at two copies, then one is told to check again', async () => {
  const [one, other] = (await start(2)) as [ServiceCopy, ServiceCopy];
  for (const version of [first, second]) await one.store.push(version);
  const releaseOf = (version: string) => ({ version, kind: 'publish', published: { by: 'ada' }, changes: [] }) as const;
  const outcomes = await Promise.allSettled([
    one.store.publish(releaseOf(first.id), 0),
    other.store.publish(releaseOf(second.id), 0),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { name: 'StaleReleaseError' } });
  expect(await direct.history(10)).toHaveLength(1);
}, 120_000);

test('given that the service is killed in the middle of releases, then each was made whole or not at all', async () => {
  const around = surroundings({ REGISTRY_DATABASE_URL: database.url });
  const versions = [first, second, third];
  for (const version of versions) await publish(direct, version);
  let acknowledged = versions.length;
  for (let round = 1; round <= 3; round += 1) {
    const copy = await startCopy(around);
    copies.push(copy);
    const releasing = (async () => {
      for (let after = acknowledged; ; after += 1) {
        const version = versions[after % versions.length]!.id;
        const release = { version, kind: 'rollback', published: { by: 'ada' }, changes: ['One.'] } as const;
        acknowledged = (await copy.store.publish(release, after)).number;
      }
    })().catch((error: unknown) => (error as Error).name);
    await eventually('some were made', async () => acknowledged > round * 5);
    await copy.die();
    expect(await releasing).toBe('StoreUnreachableError');
    const history = await direct.history(10_000);
    expect([acknowledged, acknowledged + 1]).toContain(history.length);
    expect(history.map(({ number }) => number)).toEqual(history.map((_, index) => history.length - index));
    for (const { number, version, changes } of history.slice(0, -versions.length))
      expect([version, changes]).toEqual([versions[(number - 1) % versions.length]!.id, ['One.']]);
    acknowledged = history.length;
  }
  const [last] = await start(1);
  expect((await last!.supergraph('', 30)).delivery?.release).toBe(acknowledged);
}, 120_000);

test('given SIGTERM while gateways wait, then they are answered, and it ends well', async () => {
  const [copy] = (await start(1)) as [ServiceCopy];
  await publish(direct, first);
  const { etag } = await copy.supergraph('', 30);
  const waiting = Promise.all([1, 2, 3].map(() => copy.supergraph(etag, 60)));
  // Whoever is not in yet when it stops is sent elsewhere.
  await Promise.all([copy.supergraph(), copy.supergraph()]);
  expect(await copy.stop()).toEqual([0, null]);
  for (const { status } of await waiting) expect([304, 503]).toContain(status);
}, 120_000);

test('given a database that does not answer, then it does not start, and says what to do', async () => {
  const around = surroundings({ REGISTRY_DATABASE_URL: 'postgres://agora:secret@127.0.0.1:9/agora' });
  await expect(startCopy(around)).rejects.toThrow(/127\.0\.0\.1:9\/agora does not answer[^]*REGISTRY_DATABASE_URL/);
}, 120_000);

test('given that the database goes away, then it is not ready, and what is live is delivered on', async () => {
  const [copy] = (await start(1)) as [ServiceCopy];
  await publish(direct, first);
  const { etag } = await copy.supergraph('', 30);
  expect((await fetch(`${copy.url}/health/ready`)).status).toBe(200);
  const gone = database;
  database = await createDatabase();
  await gone.drop();
  await eventually('it is not ready', async () => (await fetch(`${copy.url}/health/ready`)).status === 503);
  expect(await copy.supergraph()).toMatchObject({ status: 200, etag });
  expect((await fetch(`${copy.url}/health/live`)).status).toBe(200);
}, 120_000);

describeWithRedis('with Redis', () => {
  test('given a publish straight into the database, then the service publishes a hint of it', async () => {
    const redis = await startRedis();
    const listener = openRedis({ url: redis.url, name: 'test', log: createLog('silent') }, { blocking: true });
    const heard: string[] = [];
    listener.on('message', (_channel, message) => heard.push(message));
    await listener.subscribe(HINT_CHANNEL);
    await start(1, { REDIS_URL: redis.url });
    await publish(direct, first);
    await eventually('a hint is heard', async () => heard.includes('1'));
    listener.disconnect();
    await redis.stop();
  }, 120_000);
});
