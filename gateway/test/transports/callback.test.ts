import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginSubscriptionCallback } from '@apollo/server/plugin/subscriptionCallback';
import { startStandaloneServer } from '@apollo/server/standalone';
import Fastify from 'fastify';
import { EventEmitter } from 'node:events';
import type { ExecutionResult } from 'graphql';
import pino from 'pino';
import { guest } from '../../../platform/identity/identity';
import { manualTimers } from '../../../platform/subgraph/test/callbacks/timers';
import { callbacks } from '../../transports/subscriptions/callbacks';
import { LostConnection } from '../../transports/subscriptions/events';
import { httpTransport } from '../../transports/http/http';
import { forwardedHeaders, HTTP_DEFAULTS } from '../../transports/settings';
import { hear, startServer } from '../servers';

const events = new EventEmitter();
const typeDefs = 'type Query { a: Int } type Subscription { tick: Int! three: Int! }';
const resolvers = {
  Subscription: {
    tick: { subscribe: () => hear(events, 'tick', (tick: number) => ({ tick })) },
    three: {
      async *subscribe() {
        for (const three of [1, 2, 3]) yield { three };
      },
    },
  },
};

/** How often the room calls. For the gateway, time passes when a test says so. */
const HEARTBEAT = 20;
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const until = async (what: () => boolean) => {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 5));
};

async function freePort(): Promise<number> {
  const server = await startServer(() => {});
  await server.stop();
  return server.port;
}

/** A room of Apollo's own, and a gateway that it calls back. */
async function world() {
  const plugins = [ApolloServerPluginSubscriptionCallback({ retry: { retries: 0 } })];
  const room = new ApolloServer({ typeDefs, resolvers, plugins, stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(room, { listen: { port: 0, host: '127.0.0.1' } });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const { timers, beat } = manualTimers();
  const calls = callbacks({ url: address, maxAnswer: 1_000_000, heartbeat: HEARTBEAT, timers });
  const fastify = Fastify({ forceCloseConnections: true });
  let called = 0;
  fastify.addHook('onResponse', async () => void called++);
  calls.serve(fastify);
  await fastify.listen({ port, host: '127.0.0.1' });
  const log = pino({ level: 'silent' });
  const settings = {
    ...HTTP_DEFAULTS,
    headersOf: forwardedHeaders,
    subscriptions: 'callback',
    callbacks: calls,
  } as const;
  const transport = httpTransport({ ...settings, room: 'clock', url, log });
  stops.push(
    transport.stop,
    () => room.stop(),
    () => fastify.close(),
  );
  const envelope = { requestId: '', tenant: '', locale: '', currency: '', identity: guest };
  const subscribe = (query: string) => transport.subscribe({ query, variables: {}, envelope });
  const call = (path: string, body: object) =>
    fetch(address + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  return { subscribe, calls, call, called: () => called, beat };
}
type Stream = AsyncIterableIterator<ExecutionResult>;

it('given events, then they come in order, and the stream ends with the room’s', async () => {
  const { subscribe } = await world();
  const seen: unknown[] = [];
  for await (const { data } of (await subscribe('subscription { three }')) as Stream) seen.push(data?.three);
  expect(seen).toEqual([1, 2, 3]);
});

it('given silence, then the room’s heartbeats keep the stream; given a reader that leaves, then the room hears of it', async () => {
  const { subscribe, called, beat } = await world();
  const stream = (await subscribe('subscription { tick }')) as Stream;
  await until(() => events.listenerCount('tick') === 1);
  for (let interval = 0; interval < 5; interval++) {
    const before = called();
    await until(() => called() > before);
    beat();
  }
  events.emit('tick', 7);
  expect((await stream.next()).value).toEqual({ data: { tick: 7 } });
  await stream.return?.();
  await until(() => events.listenerCount('tick') === 0);
});

it('given a refusal, then its errors', async () => {
  const { subscribe } = await world();
  const answer = (await subscribe('subscription { nothing }')) as ExecutionResult;
  expect(answer.errors?.[0]?.message).toContain('nothing');
});

describe('calls of a room', () => {
  async function awaited() {
    const { calls, call, beat } = await world();
    const heard: unknown[] = [];
    const note = (what: string) => (value?: unknown) => void heard.push([what, value]);
    const sink = { next: note('next'), error: note('error'), complete: note('complete') };
    const { extension, forget } = calls.expect('clock', sink);
    const { subscriptionId: id, verifier } = extension as { subscriptionId: string; verifier: string };
    const tell = async (message: object) =>
      (await call(`/callback/${id}`, { kind: 'subscription', id, verifier, ...message })).status;
    return { heard, tell, forget, beat };
  }

  it('are answered as the protocol says', async () => {
    const { heard, tell } = await awaited();
    expect(await tell({ action: 'check' })).toBe(204);
    expect(await tell({ action: 'next', payload: { data: { tick: 1 } } })).toBe(200);
    expect(await tell({ action: 'dance' })).toBe(400);
    expect(await tell({ action: 'complete', errors: [{ message: 'No more.' }] })).toBe(202);
    expect(heard).toEqual([
      ['next', { data: { tick: 1 } }],
      ['error', [{ message: 'No more.' }]],
    ]);
  });

  it('given a room that goes away, then the connection counts as lost, and the subscription may begin anew', async () => {
    const { heard, tell } = await awaited();
    const errors = [{ message: 'The room stops.', extensions: { code: 'UNAVAILABLE' } }];
    expect(await tell({ action: 'complete', errors })).toBe(202);
    expect(heard).toEqual([['error', expect.any(LostConnection)]]);
  });

  it('given no proof, then 404, and nothing is believed', async () => {
    const { heard, tell } = await awaited();
    expect(await tell({ action: 'next', payload: { data: {} }, verifier: 'guessed' })).toBe(404);
    expect(heard).toEqual([]);
  });

  it('given a subscription that is left, then 404, which tells the room', async () => {
    const { tell, forget } = await awaited();
    forget();
    expect(await tell({ action: 'check' })).toBe(404);
  });

  it('given a room that is heard no more, then the connection counts as lost', async () => {
    const { heard, tell, beat } = await awaited();
    beat();
    beat();
    await tell({ action: 'check' });
    beat();
    beat();
    expect(heard).toEqual([]);
    beat();
    expect(heard).toEqual([['error', expect.any(LostConnection)]]);
  });
});
