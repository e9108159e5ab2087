import Fastify from 'fastify';
import { EventEmitter } from 'node:events';
import { buildSchema, type ExecutionResult } from 'graphql';
import pino from 'pino';
import type { Identity } from '../../../platform/identity/identity';
import { sealer } from '../../../platform/identity/seal';
import { unauthenticated } from '../../../platform/kernel/errors';
import { readRouters } from '../../../platform/subgraph/callbacks/routers';
import { manualTimers } from '../../../platform/subgraph/test/callbacks/timers';
import { ada, envelopeOf, roomOf, startHost } from '../../../platform/subgraph/test/callbacks/world';
import { callbacks } from '../../transports/subscriptions/callbacks';
import { httpTransport } from '../../transports/http/http';
import { resuming } from '../../transports/subscriptions/resuming';
import { HTTP_DEFAULTS } from '../../transports/settings';
import { hear, startServer } from '../servers';

const TYPES = `type Query { a: Int } type Subscription { updates(after: Int): Update! three: Int! }
  type Update { cursor: Int! }`;
const log = pino({ level: 'silent' });

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

const until = async (what: () => boolean) => {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 5));
};

/** A room whose journal outlives it: updates are told to who is signed in, from behind a cursor on. */
function journal() {
  const written = new EventEmitter().setMaxListeners(0);
  let last = 0;
  async function* from(after: number, wakes: ReturnType<typeof hear>) {
    try {
      for (let seen = after, left = false; !left; left = (await wakes.next()).done) {
        while (seen < last) yield { updates: { cursor: ++seen } };
      }
    } finally {
      await wakes.return();
    }
  }
  /** Left from outside while it waits, as the rooms' own subscriptions are. */
  function updates(_: unknown, { after = last }: { after?: number }, { identity }: { identity: Identity }) {
    if (identity.kind === 'guest') throw unauthenticated();
    const wakes = hear(written, 'update', () => undefined);
    const events = from(after, wakes);
    const leave = async () => {
      await wakes.return();
      return events.return(undefined);
    };
    const told = { next: () => events.next(), return: leave, [Symbol.asyncIterator]: () => told };
    return told;
  }
  async function* three() {
    for (const each of [1, 2, 3]) yield { three: each };
  }
  const schema = buildSchema(TYPES);
  const fields = schema.getSubscriptionType()?.getFields() ?? {};
  Object.assign(fields.updates ?? {}, { subscribe: updates });
  Object.assign(fields.three ?? {}, { subscribe: three });
  return {
    room: roomOf(schema, ({ identity }) => ({ identity })),
    write: () => (last++, written.emit('update')),
    listeners: () => written.listenerCount('update'),
  };
}

/** Our gateway where rooms call back. */
async function startGateway() {
  const { port, stop } = await startServer(() => {});
  await stop();
  const address = `http://127.0.0.1:${port}`;
  const { timers, beat } = manualTimers();
  const calls = callbacks({ url: address, maxAnswer: 1_000_000, timers });
  const fastify = Fastify({ forceCloseConnections: true });
  let called = 0;
  fastify.addHook('onResponse', async () => void called++);
  calls.serve(fastify);
  await fastify.listen({ port, host: '127.0.0.1' });
  stops.push(() => fastify.close());
  return { calls, called: () => called, beat, routers: readRouters(`${address}/callback`) };
}

async function world() {
  const { room, ...book } = journal();
  const { calls, called, beat, routers } = await startGateway();
  const { timers, ...time } = manualTimers();
  async function start(port?: number) {
    const host = await startHost(room, { routers, log, timers }, port);
    const stop = async () => {
      await host.emitter.stop();
      await host.stop();
    };
    stops.push(stop);
    return { url: host.url, stop };
  }
  const host = await start();
  const http = httpTransport({
    ...HTTP_DEFAULTS,
    headersOf: sealer([{ id: 'k', secret: 'x'.repeat(32) }]),
    subscriptions: 'callback',
    callbacks: calls,
    room: 'journal',
    url: host.url,
    log,
  });
  stops.push(http.stop);
  const settings = { patience: 10_000, pause: 20, longestPause: 100 };
  const { subscribe } = resuming(http, { room: 'journal', schema: buildSchema(TYPES), log, settings });
  return {
    ...book,
    called,
    /** A heartbeat's time passes for both, and the room's sign of life arrives. */
    async heartbeat() {
      const before = called();
      do {
        time.beat();
        await new Promise(setImmediate);
      } while (called() === before);
      beat();
    },
    stopRoom: host.stop,
    restartRoom: () => start(Number(new URL(host.url).port)),
    subscribe: (query: string, identity: Identity = ada) =>
      subscribe({ query, variables: {}, envelope: envelopeOf(identity) }),
  };
}
type Stream = AsyncIterableIterator<ExecutionResult>;
const UPDATES = 'subscription { updates { cursor } }';
const update = (cursor: number) => ({ data: { updates: { cursor } } });

describe('our rooms’ emitter and our gateway’s caller', () => {
  it('given events, then they come in order, and the stream ends with the room’s', async () => {
    const { subscribe } = await world();
    const seen: unknown[] = [];
    for await (const { data } of (await subscribe('subscription { three }')) as Stream) seen.push(data?.three);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('given silence, then signs of life keep the stream; given a reader that leaves, then the room is left', async () => {
    const { subscribe, heartbeat, write, listeners } = await world();
    const stream = (await subscribe(UPDATES)) as Stream;
    const next = stream.next();
    await until(() => listeners() === 1);
    for (let count = 0; count < 5; count++) await heartbeat();
    write();
    expect((await next).value).toEqual(update(1));
    await stream.return?.();
    await heartbeat();
    await until(() => listeners() === 0);
  });

  it('given one who may not, then the room’s refusal', async () => {
    const { subscribe, called } = await world();
    const answer = (await subscribe(UPDATES, { kind: 'guest' })) as ExecutionResult;
    expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'UNAUTHENTICATED' }]);
    expect(called()).toBe(0);
  });

  it('given a room that restarts, then nothing is lost and nothing comes twice', async () => {
    const { subscribe, write, listeners, stopRoom, restartRoom } = await world();
    const stream = (await subscribe(UPDATES)) as Stream;
    await until(() => listeners() === 1);
    write();
    expect((await stream.next()).value).toEqual(update(1));
    await stopRoom();
    for (let count = 0; count < 3; count++) write();
    await restartRoom();
    const seen = [];
    for (let count = 0; count < 3; count++) seen.push((await stream.next()).value);
    expect(seen).toEqual([2, 3, 4].map(update));
    await stream.return?.();
  });
});
