import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { refusalOf } from '../../../platform/delivery/delivery';
import { readDelivery } from '../../../platform/delivery/wire';
import { temporaryFolder } from '../../../test/story/files';
import { eventually } from '../../../test/story/rest';
import { openFolderStore } from '../../store/folder';
import { StoreUnreachableError, type Store } from '../../store/store';
import { composed, publish, startService, trusted, type TestService } from './story';

const [first, second] = [composed('me'), composed('you')];

let folder: string;
let store: Store;
let looks: number;
let isAway: boolean;
let silence: Promise<void> | undefined;
let service: TestService;
beforeEach(async () => {
  folder = temporaryFolder();
  [looks, isAway, silence] = [0, false, undefined];
  const kept = openFolderStore(folder);
  store = {
    ...kept,
    live: async () => {
      looks += 1;
      if (isAway) throw new StoreUnreachableError('It is away.');
      await silence;
      return kept.live();
    },
  };
  service = await startService({ store });
});
afterEach(() => service.stop());

const etagOf = async () => (await service.supergraph()).headers.get('etag') as string;
const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;

test('given nothing published, then it says so', async () => {
  const answer = await service.supergraph();
  expect(answer.status).toBe(404);
  expect(await codeOf(answer)).toBe('NOTHING_PUBLISHED');
});

test('given a release, then it is delivered signed, under its number and version', async () => {
  const release = await publish(store, first);
  const answer = await service.supergraph();
  expect(answer.headers.get('etag')).toBe(`"1-${first.id}"`);
  const delivery = readDelivery(await answer.text());
  expect(delivery).toMatchObject({ release: 1, version: first.id, publishedAt: release.published.at });
  expect(delivery.supergraph).toBe(first.supergraph);
  expect(refusalOf(delivery, trusted)).toBeNull();
});

test.each([(tag: string) => tag, (tag: string) => `W/${tag}`, (tag: string) => `"0-x", ${tag}`])(
  'given whoever has it already, then nothing is sent again (%#)',
  async (written) => {
    await publish(store, first);
    const answer = await service.supergraph({ etag: written(await etagOf()) });
    expect(answer.status).toBe(304);
    expect(await answer.text()).toBe('');
  },
);

test('given somebody who waits, when another release is published here, then it is heard at once', async () => {
  await publish(store, first);
  const waiting = service.supergraph({ etag: await etagOf(), wait: '30' });
  await publish(service.remote('ci'), second);
  const answer = await waiting;
  expect(answer.status).toBe(200);
  expect(readDelivery(await answer.text())).toMatchObject({ release: 2, version: second.id });
});

test('given somebody who waits for the first release, then it is heard', async () => {
  const waiting = service.supergraph({ wait: '30' });
  await eventually('one waits', async () => service.waiting() === 1);
  await service.live.look();
  await publish(service.remote('ci'), first);
  expect((await waiting).status).toBe(200);
});

test('given that nothing comes, then waiting ends after as many seconds', async () => {
  await publish(store, first);
  expect((await service.supergraph({ etag: await etagOf(), wait: '0.05' })).status).toBe(304);
});

test.each(['', '-1', '61', 'long', '1&wait=2'])('given wait=%s, then it is refused', async (wait) => {
  const answer = await service.supergraph({ wait });
  expect(answer.status).toBe(400);
  expect(await codeOf(answer)).toBe('BAD_REQUEST');
});

test('given a rollback, then it is another release of the older version', async () => {
  for (const version of [first, second]) await publish(store, version);
  const again = { version: first.id, kind: 'rollback', published: { by: 'ada' }, changes: [] } as const;
  await service.remote('ci').publish(again, 2);
  expect(await etagOf()).toBe(`"3-${first.id}"`);
});

test('given 1,000 gateways that wait, then all hear of a release, and the store is hardly asked', async () => {
  await publish(store, first);
  const etag = await etagOf();
  const before = looks;
  const waiting = Array.from({ length: 1_000 }, () => service.supergraph({ etag, wait: '60' }));
  await eventually('all wait', async () => service.waiting() === 1_000);
  expect(looks - before).toBeLessThan(50);
  await publish(store, second);
  await service.live.look();
  const answers = await Promise.all(waiting);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  expect(looks - before).toBeLessThan(60);
}, 60_000);

test('given that it stops, then those who wait are answered, and later ones are sent elsewhere', async () => {
  await publish(store, first);
  const waiting = service.supergraph({ etag: await etagOf(), wait: '60' });
  await eventually('one waits', async () => service.waiting() === 1);
  await service.drain();
  expect((await waiting).status).toBe(304);
  expect((await service.supergraph()).status).toBe(503);
});

test('given that who waits leaves, then nobody waits any more', async () => {
  await publish(store, first);
  const leaving = new AbortController();
  const etag = await etagOf();
  const headers = { authorization: `Bearer ${service.token('other', ['read'])}`, 'if-none-match': etag };
  const asked = service.ask('/v1/supergraph?wait=60', { headers, signal: leaving.signal }).catch(() => 'left');
  await eventually('one waits', async () => service.waiting() === 1);
  leaving.abort();
  expect(await asked).toBe('left');
  await eventually('nobody waits', async () => service.waiting() === 0);
});

describe('given a store that something has happened to', () => {
  const alter = ({ id }: { id: string }, file: string) =>
    writeFileSync(path.join(folder, 'versions', id, file), 'type Query { evil: ID }');

  test.each(['subgraph.users.graphql', 'supergraph.graphql'])(
    'when %s of the live version was altered, then it is not signed, until it is pushed again',
    async (file) => {
      await publish(store, first);
      alter(first, file);
      const answer = await service.supergraph();
      expect([answer.status, await codeOf(answer)]).toEqual([503, 'UNAVAILABLE']);
      await service.remote('ci').push(first);
      expect((await service.supergraph()).status).toBe(200);
    },
  );

  test('when the live version was damaged, then one can go back to the one before', async () => {
    for (const version of [first, second]) await publish(store, version);
    alter(second, 'supergraph.graphql');
    const back = { version: first.id, kind: 'rollback', published: { by: 'ada' }, changes: [] } as const;
    expect(await service.remote('ci').publish(back, 2)).toMatchObject({ number: 3 });
    expect(await etagOf()).toBe(`"3-${first.id}"`);
  });

  test('when another release cannot be read, then the one before is delivered on', async () => {
    await publish(store, first);
    const etag = await etagOf();
    await publish(store, second);
    alter(second, 'supergraph.graphql');
    await service.live.look();
    expect(await etagOf()).toBe(etag);
    expect(service.lines).toContainEqual(expect.objectContaining({ msg: 'the live release cannot be read' }));
  });

  test('when it says nothing, then what was live is delivered on', async () => {
    await publish(store, first);
    const etag = await etagOf();
    await publish(store, second);
    let speak = () => {};
    silence = new Promise((resolve) => (speak = resolve));
    const before = looks;
    await eventually('it is asked, and says nothing', async () => {
      expect(await etagOf()).toBe(etag);
      return looks > before;
    });
    expect(await etagOf()).toBe(etag);
    speak();
  });

  test('when it is out of reach, then what was live is delivered on; when nothing was, then one is told to try again', async () => {
    isAway = true;
    const answer = await service.supergraph();
    expect([answer.status, await codeOf(answer), answer.headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '1']);
    isAway = false;
    await publish(store, first);
    const etag = await etagOf();
    isAway = true;
    expect(await etagOf()).toBe(etag);
  });
});
