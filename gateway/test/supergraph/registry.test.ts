import { createClient } from 'graphql-ws';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { WebSocket } from 'ws';
import { signDelivery } from '../../../platform/delivery/delivery';
import { newKeyPair, readSigningKeys } from '../../../platform/delivery/keys';
import { pair } from '../../../registry/test/server/story';
import { temporaryFolder } from '../../../test/story/files';
import { eventually } from '../../../test/story/rest';
import { startForeignRooms, type ForeignRooms } from '../standalone/graph';
import { startFollower, startRegistry, type Follower, type FollowerOptions, type TestRegistry } from './followed';

const HEADLINE = '\nextend type Book { headline: String }';
const BOOK = '{ book(id: "4") { title } }';
const ANSWER = { data: { book: { title: 'Book 4' } } };
const NEW = '{ book(id: "4") { headline } }';

let rooms: ForeignRooms;
let next: string;
beforeAll(async () => {
  rooms = await startForeignRooms();
  next = await rooms.composed(HEADLINE);
});
afterAll(() => rooms.stop());

let registry: TestRegistry;
const started: Follower[] = [];
beforeEach(async () => {
  registry = await startRegistry();
});
afterEach(async () => {
  for (const each of started.splice(0)) await each.stop();
  await registry.stop();
});

async function follower(options: FollowerOptions = {}): Promise<Follower> {
  const gateway = await startFollower(registry, options);
  started.push(gateway);
  return gateway;
}
const until = (what: string, holds: () => boolean) => eventually(what, async () => holds());

const troubles = ({ logged }: Follower) => logged('is out of reach').map(({ reason }) => String(reason));
const refusals = ({ logged }: Follower) => logged('is refused; what is served stays').map(({ reason }) => reason);
const [key] = readSigningKeys(pair.signing);
const delivery = (release: number, supergraph: string) => ({
  version: `v${release}`,
  release,
  supergraph,
  publishedAt: '2026-01-31T12:00:00.000Z',
});

describe('a gateway that follows a registry', () => {
  it('given a release, then it is served, and each that comes after it', async () => {
    await registry.publish(rooms.sdl);
    const gateway = await follower();
    expect(await gateway.ask(BOOK)).toEqual(ANSWER);
    expect((await gateway.ask(NEW)).errors).toBeDefined();

    await registry.publish(next);
    await until('release 2', () => gateway.release() === 2);
    expect(await gateway.ask(NEW)).toEqual({ data: { book: { headline: null } } });

    await registry.publish(rooms.sdl, 'rollback');
    await until('release 3', () => gateway.release() === 3);
    expect((await gateway.ask(NEW)).errors).toBeDefined();
  });

  it('tells in /health which version and release it serves', async () => {
    await registry.publish(rooms.sdl);
    const { version } = (await registry.store.live())!;
    const gateway = await follower();
    expect(await (await fetch(`${gateway.url}/health`)).json()).toEqual({
      status: 'ready',
      supergraph: { source: 'registry', id: expect.any(String), version, release: 1 },
    });
  });

  it('given a release that cannot be served, then the last good one stays until one that can', async () => {
    await registry.publish(rooms.sdl);
    const gateway = await follower();
    await registry.publish('nonsense {');
    await until('a refusal', () => gateway.edge.counters.read()['swaps{refused}'] === 1);
    expect(gateway.release()).toBe(1);
    expect(await gateway.ask(BOOK)).toEqual(ANSWER);
    await registry.publish(next);
    await until('release 3', () => gateway.release() === 3);
  });
});

describe('releases under load', () => {
  it('given four of them, then no request and no live subscription is lost', async () => {
    await registry.publish(rooms.sdl);
    const gateway = await follower({ rollback: { errors: 0.2, requests: 10, within: 60_000 } });
    const socket = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const heard: unknown[] = [];
    const reading = (async () => {
      for await (const { data } of socket.iterate({ query: 'subscription { reviewed { title } }' })) heard.push(data);
    })();
    await eventually('a first event', async () => (rooms.review(0), heard.length > 0));

    const answers = { right: 0, wrong: [] as unknown[] };
    let isOver = false;
    const load = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        const answer = await gateway.ask(BOOK).catch((error: unknown) => ({ errors: [error] }));
        if (JSON.stringify(answer) === JSON.stringify(ANSWER)) answers.right++;
        else answers.wrong.push(answer);
      }
    });
    for (let release = 2; release <= 5; release++) {
      await registry.publish(release % 2 ? rooms.sdl : next);
      await until(`release ${release}`, () => gateway.release() === release);
      rooms.review(release);
    }
    isOver = true;
    await Promise.all(load);

    expect(answers.wrong).toEqual([]);
    expect(answers.right).toBeGreaterThan(20);
    const expected = [2, 3, 4, 5].map((id) => `{"reviewed":{"title":"Book ${id}"}}`);
    const told = () => heard.map((event) => JSON.stringify(event)).filter((event) => !event.includes('Book 0'));
    await until('the last event', () => told().includes(expected[3]!));
    expect(told()).toEqual(expected);
    await socket.dispose();
    await Promise.allSettled([reading]);
  });
});

describe('the same once more', () => {
  it('given a registry without ETags, then each release is taken once', async () => {
    await registry.publish(rooms.sdl);
    const gateway = await follower();
    const signed = JSON.stringify(signDelivery(delivery(2, next), key!));
    registry.interfere((_request, response) => response.writeHead(200).end(signed));
    await until('release 2', () => gateway.release() === 2);
    const before = registry.asked();
    await until('two more questions', () => registry.asked() >= before + 2);
    expect(gateway.edge.counters.read()).toMatchObject({ 'swaps{served}': 1 });
    expect(gateway.edge.counters.read()).not.toHaveProperty('swaps{refused}');
  });
});

describe('what is not the registry’s', () => {
  it.each([
    ['altered', (text: string) => text.replace('title', 'tutle'), /signature does not fit/],
    ['unsigned', (text: string) => JSON.stringify({ ...JSON.parse(text), signature: undefined }), /no delivery/],
    ['no JSON', () => '<html>Sign in to the hotel’s network</html>', /not JSON/],
    [
      'signed by somebody else',
      (text: string) => {
        const [other] = readSigningKeys(newKeyPair('theirs').signing);
        return JSON.stringify(signDelivery(JSON.parse(text) as ReturnType<typeof delivery>, other!));
      },
      /"theirs", which is not trusted/,
    ],
  ])(
    'given a supergraph that was %s on its way, then it is refused, and followed when it is whole',
    async (_what, alter, sentence) => {
      await registry.publish(rooms.sdl);
      const gateway = await follower();
      const signed = JSON.stringify(signDelivery(delivery(2, next), key!));
      registry.interfere((_request, response) => response.writeHead(200, { etag: '"2-v2"' }).end(alter(signed)));
      await until('a refusal', () => refusals(gateway).length > 0);
      expect(refusals(gateway)[0]).toMatch(sentence);
      expect(gateway.release()).toBe(1);

      registry.interfere((_request, response) => response.writeHead(200, { etag: '"2-v2"' }).end(signed));
      await until('release 2', () => gateway.release() === 2);
    },
  );

  it('given an old release that is replayed, then it is refused', async () => {
    await registry.publish(rooms.sdl);
    await registry.publish(next);
    const gateway = await follower();
    const old = JSON.stringify(signDelivery(delivery(1, rooms.sdl), key!));
    registry.interfere((_request, response) => response.writeHead(200, { etag: '"1-v1"' }).end(old));
    await until('a refusal', () => gateway.edge.counters.read()['swaps{refused}'] === 1);
    expect(gateway.logged('is refused; the last good one stays')).toMatchObject([
      { release: 1, reason: expect.stringContaining('release 2 was served before') },
    ]);
    expect(gateway.release()).toBe(2);
  });
});

describe('a registry that does not do well', () => {
  it.each([
    [
      'fails',
      (_request: unknown, response: { writeHead(status: number): { end(): unknown } }) => response.writeHead(500).end(),
      /status 500/,
    ],
    ['hangs up', (_request: unknown, response: { destroy(): unknown }) => response.destroy(), /does not answer/],
    [
      'knows no token',
      (_request: unknown, response: { writeHead(status: number): { end(): unknown } }) => response.writeHead(401).end(),
      /does not know this token/,
    ],
  ])(
    'given that it %s, then what is served stays, it is asked seldom, and followed when it does well',
    async (_what, interfere, sentence) => {
      await registry.publish(rooms.sdl);
      const gateway = await follower();
      registry.interfere(interfere);
      const before = registry.asked();
      await until('three questions', () => registry.asked() >= before + 3);
      expect(troubles(gateway)).toContainEqual(expect.stringMatching(sentence));
      expect(await gateway.ask(BOOK)).toEqual(ANSWER);
      await registry.publish(next);
      registry.interfere(undefined);
      await until('release 2', () => gateway.release() === 2);
      expect(gateway.logged('answers again')).toHaveLength(1);
    },
  );

  it('given more than it may send, then it is broken off', async () => {
    await registry.publish(rooms.sdl);
    const gateway = await follower();
    const megabyte = 'x'.repeat(1024 * 1024);
    registry.interfere((_request, response) => {
      response.writeHead(200);
      const pour = () => void (response.destroyed || response.write(megabyte, pour));
      pour();
    });
    await until('an end of it', () => troubles(gateway).some((reason) => reason.includes('more bytes')));
    expect(await gateway.ask(BOOK)).toEqual(ANSWER);
  });
});

describe('a start without the registry', () => {
  const hangs: Parameters<TestRegistry['interfere']>[0] = () => {};

  it('given nothing on disk, then a sentence says what is wrong', async () => {
    await expect(follower()).rejects.toThrow(/^The registry at http.+ has no supergraph yet\. Publish one/);
    registry.interfere(hangs);
    await expect(follower({ patience: 100 })).rejects.toThrow(/^The registry at http.+ does not answer in time\.$/);
    await registry.stop();
    await expect(follower()).rejects.toThrow(/^The registry at http.+ does not answer \(ECONNREFUSED\)\.$/);
  });

  it('given an answer that is none, then a sentence says so', async () => {
    registry.interfere((_request, response) => response.writeHead(304).end());
    await expect(follower()).rejects.toThrow(/^The registry at http.+ answers with the status 304\.$/);
    registry.interfere((_request, response) => response.writeHead(200).end('{}'));
    await expect(follower()).rejects.toThrow(/^The registry at http.+ sends a supergraph that is refused: It is no/);
  });

  it('given the last good one on disk, then that is served and followed from there', async () => {
    await registry.publish(rooms.sdl);
    const { state, stop } = await startFollower(registry);
    await stop();
    registry.interfere((_request, response) => response.destroy());
    const gateway = await follower({ state });
    expect(await gateway.ask(BOOK)).toEqual(ANSWER);
    expect(gateway.release()).toBe(1);
    expect(gateway.logged('the last good one is instead')).toHaveLength(1);
    await registry.publish(next);
    registry.interfere(undefined);
    await until('release 2', () => gateway.release() === 2);
  });

  it('given a last good one that was altered on disk, then it is not served', async () => {
    await registry.publish(rooms.sdl);
    const { state, stop } = await startFollower(registry);
    await stop();
    const file = path.join(state, 'supergraph.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('title', 'tutle'));
    registry.interfere((_request, response) => response.destroy());
    await expect(follower({ state })).rejects.toThrow(/does not answer/);
  });

  it('given that the registry answers with an older release than was served, then that is refused', async () => {
    await registry.publish(rooms.sdl);
    await registry.publish(next);
    const { state, stop } = await startFollower(registry);
    await stop();
    const old = JSON.stringify(signDelivery(delivery(1, rooms.sdl), key!));
    registry.interfere((_request, response) => response.writeHead(200, { etag: '"1-v1"' }).end(old));
    const gateway = await follower({ state });
    expect(gateway.release()).toBe(2);
  });
});

describe('a release that makes answers fail', () => {
  const rollback = { errors: 0.2, requests: 10, within: 60_000 };
  // The room of the books is behind: it knows nothing of this.
  const ahead = () => rooms.composed('\nextend type Query { shelf: String }');

  async function failing(state: string) {
    await registry.publish(rooms.sdl);
    const gateway = await follower({ rollback, state });
    await registry.publish(await ahead());
    await until('release 2', () => gateway.release() === 2);
    for (let turn = 0; turn < 10; turn++) await gateway.ask(turn % 2 ? BOOK : '{ shelf }');
    return gateway;
  }

  it('is gone back from, and not tried again until there is a newer one', async () => {
    const gateway = await failing(temporaryFolder());
    expect(gateway.release()).toBe(1);
    expect(gateway.edge.counters.read()).toMatchObject({ 'swaps{rolled_back}': 1 });
    expect(gateway.logged('the one before is served again')).toMatchObject([
      { release: 2, after: { requests: 10, failed: 5 }, again: { release: 1 } },
    ]);
    expect(await gateway.ask(BOOK)).toEqual(ANSWER);
    await registry.publish(next);
    await until('release 3', () => gateway.release() === 3);
  });

  it('given a new start, then it is still not tried', async () => {
    const state = temporaryFolder();
    const gateway = await failing(state);
    await gateway.stop();
    const again = await follower({ rollback, state });
    expect(again.release()).toBe(1);
    await registry.publish(next);
    await until('release 3', () => again.release() === 3);
  });

  it('given clients that make mistakes as before, then it stays', async () => {
    await registry.publish(rooms.sdl);
    const gateway = await follower({ rollback });
    await registry.publish(next);
    await until('release 2', () => gateway.release() === 2);
    for (let turn = 0; turn < 20; turn++) await gateway.ask(turn % 2 ? BOOK : '{ nothing }');
    expect(gateway.release()).toBe(2);
  });

  it('given operations that were valid and are no more, then it is gone back from', async () => {
    await registry.publish(next);
    const gateway = await follower({ rollback });
    await gateway.ask(NEW);
    await registry.publish(rooms.sdl);
    await until('release 2', () => gateway.release() === 2);
    for (let turn = 0; turn < 10; turn++) await gateway.ask(NEW);
    expect(gateway.release()).toBe(1);
    expect(await gateway.ask(NEW)).toEqual({ data: { book: { headline: null } } });
  });
});
