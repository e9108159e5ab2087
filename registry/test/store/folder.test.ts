import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DAY, manualClock } from '../../../platform/kernel/clock';
import { openFolderStore } from '../../store/folder';
import { openStore } from '../../store/open';
import { StoreUnreachableError, type Store } from '../../store/store';
import { describeStore } from './contract';
import { publishing, versionWith } from './story';

const made: string[] = [];
const emptyFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'agora-registry-'));
  made.push(folder);
  return folder;
};
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describeStore('a folder', async () => {
  const folder = emptyFolder();
  return { store: openFolderStore(folder), another: async () => openFolderStore(folder) };
});

describe('a folder that something has happened to', () => {
  const { id } = versionWith('me');
  let folder: string;
  let store: Store;
  const file = (...names: string[]) => path.join(folder, ...names);
  const version = (...names: string[]) => file('versions', id, ...names);

  beforeEach(async () => {
    folder = emptyFolder();
    store = openFolderStore(folder);
    await store.push(versionWith('me'));
    await store.publish(publishing(id), 0);
  });

  test('given what a process that died has left, then nobody reads it, and it is swept away when it is old', async () => {
    for (const age of [0, 2]) {
      const left = file(`.unfinished-${age}`);
      mkdirSync(left);
      writeFileSync(path.join(left, 'version.json'), '{');
      const then = Date.now() / 1000 - age * 3600;
      utimesSync(left, then, then);
    }
    expect(await store.live()).toMatchObject({ number: 1 });
    await store.push(versionWith('you'));
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual(['.unfinished-0']);
  });

  test.each<[string, () => void, RegExp]>([
    ['without its version.json', () => rmSync(version('version.json')), /half written: its version\.json is missing/],
    ['without a subgraph', () => rmSync(version('subgraph.users.graphql')), /users\.graphql is missing/],
    ['without its supergraph', () => rmSync(version('supergraph.graphql')), /supergraph\.graphql is missing/],
    ['with a truncated version.json', () => writeFileSync(version('version.json'), '{"id": "'), /no whole JSON/],
    [
      'with a subgraph that was altered',
      () => writeFileSync(version('subgraph.users.graphql'), ''),
      /do not fit its id/,
    ],
    ['with a supergraph that was altered', () => writeFileSync(version('supergraph.graphql'), ''), /was altered/],
  ])('given a version %s, then it is refused by its name, until it is pushed again', async (_, harm, said) => {
    harm();
    await expect(store.version(id)).rejects.toThrow(said);
    await expect(store.live()).rejects.toThrow(/versions\/[0-9a-f]{16}.*push the same schemas again/s);
    await store.push(versionWith('me'));
    expect(await store.live()).toMatchObject({ number: 1, version: id });
  });

  test('given a release whose version is gone, then it is refused, and says which', async () => {
    rmSync(version(), { recursive: true });
    await expect(store.live()).rejects.toThrow(
      /releases\/000001\.json names the version [0-9a-f]{16}, which is not there/,
    );
  });

  test.each<[string, string, string, RegExp]>([
    ['release', 'releases/000001.json', '{"number": 1,', /000001\.json is no whole JSON.*version control/s],
    ['merge of releases', 'releases/000001.json', '<<<<<<< HEAD\n{}', /000001\.json is no whole JSON/],
    ['release of another number', 'releases/000002.json', '{}', /000002\.json does not hold what it should/],
    ['release after a gap', 'releases/000003.json', '{}', /000002\.json is missing, and later releases are there/],
  ])('given a %s that is not whole, then it is refused by its name', async (_, name, text, said) => {
    writeFileSync(file(name), text);
    await expect(store.live()).rejects.toThrow(said);
  });

  test.each<[string, (store: Store) => Promise<unknown>]>([
    ['approvals/2026-01-01-a.json', (registry) => registry.approvals()],
    ['clients/storefront/1.json', (registry) => registry.clients()],
    ['usage/2026-01-01/a.json', (registry) => registry.usage('2026-01-01')],
  ])('given that %s is truncated, then it is refused by its name, with what to do', async (name, read) => {
    mkdirSync(path.dirname(file(name)), { recursive: true });
    writeFileSync(file(name), '{');
    await expect(read(store)).rejects.toThrow(`${file(name)} is no whole JSON`);
    await expect(read(store)).rejects.toThrow(/elete it/);
  });

  test('given that the folder is gone, then nothing is taken for an empty registry', async () => {
    rmSync(folder, { recursive: true });
    for (const ask of [store.live(), store.clients(), store.version(id), store.push(versionWith('you'))])
      await expect(ask).rejects.toThrow(StoreUnreachableError);
    await expect(store.live()).rejects.toThrow(`mkdir -p ${folder}`);
    expect(existsSync(folder)).toBe(false);
  });

  const asUser = process.getuid?.() === 0 ? test.skip : test;
  asUser('given a folder that may only be read, then what would change it says so', async () => {
    chmodSync(folder, 0o555);
    await expect(store.push(versionWith('you'))).rejects.toThrow(/may not be used like that by this user/);
    expect(await store.live()).toMatchObject({ number: 1 });
    chmodSync(folder, 0o755);
  });
});

test('given a clock that goes backwards, then the newest release is still the last one', async () => {
  const clock = manualClock();
  const store = openFolderStore(emptyFolder(), clock);
  await store.push(versionWith('me'));
  await store.push(versionWith('you'));
  await store.publish(publishing(versionWith('me').id), 0);
  clock.advance(-86_400_000);
  await store.publish(publishing(versionWith('you').id), 1);
  expect(await store.live()).toMatchObject({ number: 2, published: { at: '2025-12-31T00:00:00.000Z' } });
  expect((await store.history(2)).map(({ number }) => number)).toEqual([2, 1]);
});

describe('traffic that is recorded in a folder', () => {
  const use = (client: string) => ({ coordinate: 'Query.me', client, clientVersion: '1', count: 1 });
  const batch = (id: string, day: string, client = 'app') => ({ id, day, uses: [use(client)] });

  test('given days that are over, then their batches become one file each, and count as before, also when they come again', async () => {
    const folder = emptyFolder();
    const clock = manualClock(new Date('2026-01-01T12:00:00Z'));
    const store = openFolderStore(folder, clock);
    for (const id of ['a', 'b', 'c']) await store.record(batch(id, '2026-01-01', id === 'c' ? 'web' : 'app'));
    expect(readdirSync(path.join(folder, 'usage'))).toEqual(['2026-01-01']);

    clock.advance(2 * DAY);
    await store.record(batch('d', '2026-01-03'));
    expect(readdirSync(path.join(folder, 'usage', '2026-01-01'))).toEqual([]);
    const counted = await store.usage('2026-01-01');
    expect(counted.map(({ day, client, count }) => [day, client, count])).toEqual([
      ['2026-01-01', 'app', 2],
      ['2026-01-01', 'web', 1],
      ['2026-01-03', 'app', 1],
    ]);
    await store.record(batch('a', '2026-01-01'));
    expect(await store.usage('2026-01-01')).toEqual(counted);
    await store.record(batch('late', '2026-01-01'));
    expect((await store.usage('2026-01-01'))[0]?.count).toBe(3);
  });

  test('given that a process died before it took away what is counted, then nothing counts twice', async () => {
    const folder = emptyFolder();
    const clock = manualClock(new Date('2026-01-01T12:00:00Z'));
    const store = openFolderStore(folder, clock);
    await store.record(batch('a', '2026-01-01'));
    writeFileSync(
      path.join(folder, 'usage', '2026-01-01.json'),
      JSON.stringify({ batches: ['a'], uses: [use('app')] }),
    );
    expect((await store.usage('2026-01-01')).map(({ count }) => count)).toEqual([1]);
    clock.advance(2 * DAY);
    await store.record(batch('b', '2026-01-03'));
    expect(readdirSync(path.join(folder, 'usage', '2026-01-01'))).toEqual([]);
    expect((await store.usage('2026-01-01')).map(({ count }) => count)).toEqual([1, 1]);
  });
});

test('given nothing in the environment, then the registry is the folder of the repository', async () => {
  expect((await openStore({})).name).toBe('the folder registry/published');
  expect((await openStore({ REGISTRY_FOLDER: ' elsewhere/ ' })).name).toBe('the folder elsewhere/');
});
