import { createClient } from 'graphql-ws';
import pino from 'pino';
import { WebSocket } from 'ws';
import { guest } from '../../../platform/identity/identity';
import { systemClock } from '../../../platform/kernel/clock';
import { openFrontDoor } from '../../http/frontDoor';
import { createEdge } from '../../server';
import { textSource } from '../../supergraph/source';
import { httpRooms } from '../../transports/httpRooms';
import { forwardedHeaders, HTTP_DEFAULTS } from '../../transports/settings';
import { startForeignRooms, type ForeignRooms } from '../standalone/graph';

const HEADLINE = '\nextend type Book { headline: String }';

let rooms: ForeignRooms;
let versions: readonly string[];
beforeAll(async () => {
  rooms = await startForeignRooms();
  versions = [rooms.sdl, await rooms.composed(HEADLINE)];
});
afterAll(() => rooms.stop());

/** An edge whose supergraph a test swaps. */
async function startEdge() {
  const entries: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void entries.push(JSON.parse(line) as never) });
  const http = httpRooms({ ...HTTP_DEFAULTS, headersOf: forwardedHeaders }, log);
  const edge = await createEdge({
    source: textSource(rooms.sdl),
    roomsOf: http.roomsOf,
    settle: async (_fields, requestId, trace = { codes: new Set() }) => ({
      envelope: { requestId, tenant: '', locale: '', currency: '', identity: guest },
      expiresAt: null,
      trace,
    }),
    introspection: true,
    log,
    clock: systemClock,
  });
  const door = await openFrontDoor({ port: 0, host: '127.0.0.1' });
  door.open({ handle: edge.handle, upgrade: edge.upgrade, check: async () => true });
  const ask = async (query: string) => {
    const response = await fetch(`${door.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as { data?: unknown; errors?: { message: string }[] };
  };
  return {
    edge,
    ask,
    entries,
    socket: () =>
      createClient({ url: `${door.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 }),
    async stop() {
      edge.endLive();
      await edge.stop();
      await door.close();
      await http.stop();
    },
  };
}

let test: Awaited<ReturnType<typeof startEdge>>;
beforeEach(async () => void (test = await startEdge()));
afterEach(() => test.stop());

const BOOK = 'query Book { book(id: "4") { title stars } }';
const ANSWER = JSON.stringify({ data: { book: { title: 'Book 4', stars: 4 } } });

const until = async (what: () => boolean) => {
  for (let turn = 0; !what(); turn++) {
    if (turn > 500) throw new Error('It did not come to be.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

describe('swapping the supergraph', () => {
  it('given twenty swaps under load, then no request and no live subscription is lost', async () => {
    const answers = { right: 0, wrong: [] as string[] };
    let swapping = true;
    const load = async (query: string) => {
      while (swapping) {
        const answer = JSON.stringify(await test.ask(query).catch((error: unknown) => String(error)));
        if (answer === ANSWER) answers.right++;
        else answers.wrong.push(answer);
      }
    };
    const clients = Array.from({ length: 5 }, () => test.socket());
    const streams = clients.map((client) => client.iterate({ query: 'subscription { reviewed { title stars } }' }));
    const events = streams.map(() => [] as unknown[]);
    const reading = streams.map(async (stream, index) => {
      for await (const { data, errors } of stream) events[index]?.push(errors ?? data?.reviewed);
    });
    // However many of them share a stream of the room: each has heard of a book without a number.
    await until(() => (rooms.review(0), events.every(({ length }) => length > 0)));
    const loads = Array.from({ length: 8 }, (_, worker) =>
      load(worker % 2 ? BOOK : BOOK.replace('Book', `Book${worker}`)),
    );

    for (let swap = 1; swap <= 20; swap++) {
      expect(await test.edge.swap(versions[swap % 2] as string)).toBe(true);
      rooms.review(swap);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    swapping = false;
    await Promise.all(loads);

    expect(answers.wrong).toEqual([]);
    expect(answers.right).toBeGreaterThan(40);
    const expected = Array.from({ length: 20 }, (_, index) => ({ title: `Book ${index + 1}`, stars: index + 1 }));
    const heard = () => events.map((list) => list.filter((event) => (event as { stars: number }).stars !== 0));
    await until(() => heard().every(({ length }) => length >= 20));
    expect(heard()).toEqual(streams.map(() => expected));
    for (const client of clients) await client.dispose();
    await Promise.allSettled(reading);
  }, 60_000);

  it('validates against the new schema from then on, and what was asked before still works', async () => {
    const headline = '{ book(id: "4") { headline } }';
    expect((await test.ask(headline)).errors?.[0]?.message).toMatch(/headline/);
    expect(await test.edge.swap(versions[1] as string)).toBe(true);
    expect(await test.ask(headline)).toEqual({ data: { book: { headline: null } } });
    expect(await test.edge.swap(versions[0] as string)).toBe(true);
    expect((await test.ask(headline)).errors?.[0]?.message).toMatch(/headline/);
    expect(JSON.stringify(await test.ask(BOOK))).toBe(ANSWER);
  });

  it('given a request under way, then it ends with the supergraph that it began with', async () => {
    await test.edge.swap(versions[1] as string);
    const slow = test.ask('{ slow book(id: "4") { headline title } }');
    await until(() => rooms.books.asked.some(({ query }) => query.includes('slow')));
    await test.edge.swap(versions[0] as string);
    expect(await slow).toEqual({ data: { slow: 'at last', book: { headline: null, title: 'Book 4' } } });
  });

  it.each([
    ['no GraphQL', 'nonsense {'],
    ['nothing', ''],
    ['a schema that is no supergraph', 'type Query { a: Int }'],
    ['a feature for security that is not known', ''],
  ])('given %s, then it is refused with a sentence, and the old one stays', async (what, broken) => {
    const link = '@link(url: "https://example.com/locks/v1.0", for: SECURITY)';
    const sdl = what.startsWith('a feature') ? rooms.sdl.replace(/^schema$/m, `schema ${link}`) : broken;
    expect(await test.edge.swap(sdl)).toBe(false);
    expect(JSON.stringify(await test.ask(BOOK))).toBe(ANSWER);
    expect(test.entries.filter(({ msg }) => String(msg).includes('is refused; the last good one stays'))).toEqual([
      expect.objectContaining({ level: 50, reason: expect.any(String) }),
    ]);
  });

  it('given operations that no longer fit, then the log says how many', async () => {
    await test.edge.swap(versions[1] as string);
    await test.ask('{ book(id: "4") { headline } }');
    await test.edge.swap(versions[0] as string);
    expect(test.entries).toContainEqual(expect.objectContaining({ level: 40, broken: 1 }));
  });

  it('given several at a time, then the last one counts', async () => {
    const [a, b, c] = [versions[0], versions[0], versions[1]].map((sdl) => test.edge.swap(`${sdl} `));
    expect(await Promise.all([a, b, c])).toEqual([false, false, true]);
    expect(await test.ask('{ book(id: "4") { headline } }')).toEqual({ data: { book: { headline: null } } });
  });
});
