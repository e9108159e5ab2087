import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { readFlags } from '../../standalone/flags';
import { startStandalone, type Standalone } from '../../standalone/start';
import { startForeignRooms, type ForeignRooms } from '../standalone/graph';
import { until } from '../subscriptions/until';
import { startCollector, valuesOf, type Collector, type OtlpSpan } from './collector';
import { temporaryFile } from '../../../test/story/files';

// Starts servers, and loads what sends spans.
jest.setTimeout(60_000);

let rooms: ForeignRooms;
let collector: Collector;
const stops: (() => Promise<unknown>)[] = [];
beforeAll(async () => void (rooms = await startForeignRooms()));
afterAll(() => rooms.stop());
beforeEach(async () => {
  collector = await startCollector();
  for (const { asked } of [rooms.books, rooms.reviews]) asked.length = 0;
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await collector.stop();
});

async function start(endpoint = collector.url): Promise<Standalone> {
  const file = temporaryFile('graph.graphql', rooms.sdl);
  const args = ['--supergraph', file, '--port', '0', '--log', 'silent', '--otlp-endpoint', endpoint];
  const alone = await startStandalone(readFlags(args, {}));
  stops.push(alone.stop);
  return alone;
}

const BOOK = 'query Book($id: ID!) { book(id: $id) { title stars } }';
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CLIENT = 'b7ad6b7169203331';

async function ask({ url }: Standalone, query: string, headers: Record<string, string> = {}, id = '4') {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables: { id } }),
  });
  return { status: response.status, body: await response.text() };
}

const named = (name: string) => collector.spans().filter((span) => span.name === name);
const one = (name: string): OtlpSpan => {
  const [span, ...others] = named(name);
  if (!span || others.length > 0) throw new Error(`There are ${named(name).length} spans ${name}.`);
  return span;
};
describe('spans', () => {
  it('given a client with a trace of its own, then all that the gateway does stands below it', async () => {
    const alone = await start();
    const headers = { traceparent: `00-${TRACE}-${CLIENT}-01`, tracestate: 'vendor=1' };
    expect((await ask(alone, BOOK, headers)).status).toBe(200);
    await alone.stop();
    expect(new Set(collector.spans().map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
    const [request, execute] = [one('gateway.request'), one('gateway.execute')];
    expect(request.parentSpanId).toBe(CLIENT);
    for (const name of ['gateway.parse', 'gateway.validate', 'gateway.execute'])
      expect(one(name).parentSpanId).toBe(request.spanId);
    for (const { parentSpanId } of [one('gateway.plan'), ...named('gateway.fetch')])
      expect(parentSpanId).toBe(execute.spanId);
    expect(valuesOf(request)).toEqual({
      'agora.outcome': 'ok',
      'graphql.operation.name': 'Book',
      'graphql.operation.type': 'query',
      'http.request.method': 'POST',
      'http.response.status_code': 200,
      'network.protocol.name': 'http',
    });
    expect(named('gateway.fetch').map(valuesOf)).toEqual([
      { 'agora.room': 'books', 'agora.outcome': 'ok', 'graphql.operation.name': 'Book__books__0' },
      {
        'agora.room': 'Reviews & Stars',
        'agora.outcome': 'ok',
        'agora.entities': 1,
        'graphql.operation.name': 'Book__ReviewsStars__1',
      },
    ]);
  });

  it('hands the trace on to rooms over HTTP', async () => {
    const alone = await start();
    await ask(alone, BOOK, { traceparent: `00-${TRACE}-${CLIENT}-01`, tracestate: 'vendor=1' });
    await alone.stop();
    const sent = [...rooms.books.asked, ...rooms.reviews.asked].map(({ headers }) => headers);
    expect(sent.map(({ traceparent }) => traceparent)).toEqual(
      named('gateway.fetch').map(({ spanId }) => `00-${TRACE}-${spanId}-01`),
    );
    expect(sent.map(({ tracestate }) => tracestate)).toEqual(['vendor=1', 'vendor=1']);
  });

  it('given what is known by now, then it is neither parsed nor planned', async () => {
    const alone = await start();
    for (const id of ['1', '2', '3']) await ask(alone, BOOK, {}, id);
    await alone.stop();
    const counts = ['request', 'parse', 'validate', 'plan', 'execute', 'fetch'].map(
      (step) => named(`gateway.${step}`).length,
    );
    expect(counts).toEqual([3, 1, 1, 1, 3, 6]);
    expect(new Set(named('gateway.request').map(({ traceId }) => traceId)).size).toBe(3);
  });

  it.each(['nonsense', `00-${'0'.repeat(32)}-${CLIENT}-01`, `ff-${TRACE}-${CLIENT}-01`, `00-${TRACE}-${CLIENT}-01-x`])(
    'given a client whose trace cannot be understood (%s), then a new one',
    async (traceparent) => {
      const alone = await start();
      expect((await ask(alone, BOOK, { traceparent })).status).toBe(200);
      await alone.stop();
      expect(one('gateway.request').parentSpanId).toBeUndefined();
    },
  );

  it('given a client that does not want to be traced, then it is not', async () => {
    const alone = await start();
    await ask(alone, BOOK, { traceparent: `00-${TRACE}-${CLIENT}-00` });
    await alone.stop();
    expect(collector.spans()).toEqual([]);
    expect(rooms.books.asked[0]?.headers.traceparent).toMatch(new RegExp(`^00-${TRACE}-[\\da-f]{16}-00$`));
  });

  it('tells of failures by their codes, and nothing that a client has sent but names', async () => {
    const alone = await start();
    await ask(alone, BOOK, { authorization: 'Bearer secret-token', cookie: 'secret=cookie' }, '0x5ec4e7');
    await ask(alone, 'query Wrong { secretField }');
    await ask(alone, '{ fails }');
    await alone.stop();
    expect(collector.bodies.join()).not.toMatch(/secret|0x5ec4e7/i);
    expect(collector.bodies.join()).not.toContain('The shelf is closed');
    const validated = named('gateway.validate').map((span) => valuesOf(span)['error.type']);
    expect(validated).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED', undefined]);
    expect(named('gateway.request').map((span) => [valuesOf(span)['error.type'], span.status.code])).toEqual([
      [undefined, 0],
      ['GRAPHQL_VALIDATION_FAILED', 0],
      ['INTERNAL', 2],
    ]);
  });

  it('given a subscription, then each event has a trace of its own with a link to it', async () => {
    const alone = await start();
    const url = `${alone.url.replace('http', 'ws')}/graphql`;
    const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
    const stream = client.iterate({ query: 'subscription Reviewed { reviewed { title } }' });
    const first = stream.next();
    await until(() => rooms.listeners() === 1);
    rooms.review(5);
    expect((await first).value).toEqual({ data: { reviewed: { title: 'Book 5' } } });
    await client.dispose();
    await alone.stop();
    const [begun, event] = named('gateway.fetch') as [OtlpSpan, OtlpSpan];
    expect(begun.parentSpanId).toBe(one('gateway.execute').spanId);
    expect(valuesOf(one('gateway.request'))).toMatchObject({
      'network.protocol.name': 'websocket',
      'graphql.operation.type': 'subscription',
    });
    expect(event.traceId).not.toBe(begun.traceId);
    expect(event.links).toMatchObject([{ spanId: one('gateway.execute').spanId }]);
  });
});

describe('the collector', () => {
  it('is sent batches under the path of traces, with the name of the service', async () => {
    const alone = await start(`${collector.url}/base`);
    await ask(alone, BOOK);
    await alone.stop();
    expect(collector.paths).toEqual(['/base/v1/traces']);
    expect(collector.bodies[0]).toContain('"agora-gateway"');
  });

  it('given one that is down, or refuses, then requests are answered and the gateway stops', async () => {
    const refusing = await startCollector(503);
    stops.push(refusing.stop);
    for (const endpoint of ['http://127.0.0.1:1', refusing.url]) {
      const alone = await start(endpoint);
      for (let turn = 0; turn < 50; turn++) expect((await ask(alone, BOOK)).status).toBe(200);
      await alone.stop();
    }
  });
});

it('given no endpoint, then rooms are told of no trace', async () => {
  const file = temporaryFile('graph.graphql', rooms.sdl);
  const alone = await startStandalone(readFlags(['--supergraph', file, '--port', '0', '--log', 'silent'], {}));
  stops.push(alone.stop);
  await ask(alone, BOOK, { traceparent: `00-${TRACE}-${CLIENT}-01` });
  expect(rooms.books.asked[0]?.headers.traceparent).toBeUndefined();
});
