import { EventEmitter } from 'node:events';
import type { ExecutionResult } from 'graphql';
import pino from 'pino';
import { guest } from '../../../platform/identity/identity';
import { httpTransport } from '../../transports/http/http';
import { forwardedHeaders, HTTP_DEFAULTS, type HttpSettings } from '../../transports/settings';
import { hear, startRoom, startServer, subgraph, type TestRoom } from '../servers';

const events = new EventEmitter().setMaxListeners(0);

const ticks = () => hear(events, 'tick', (tick: number) => ({ tick }));
const listeners = () => events.listenerCount('tick');

const schema = subgraph('type Query { hello: String } type Subscription { tick: Int! refused: Int three: Int! }', {
  Subscription: {
    tick: { subscribe: ticks },
    three: {
      async *subscribe() {
        for (const three of [1, 2, 3]) yield { three };
      },
    },
    refused: {
      subscribe: () => {
        throw new Error('Not for you.');
      },
    },
  },
});

let room: TestRoom;
beforeEach(async () => void (room = await startRoom(schema)));
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await room.stop();
  await until(() => listeners() === 0);
});

type Stream = AsyncIterableIterator<ExecutionResult>;

const until = async (what: () => boolean) => {
  for (let turn = 0; !what(); turn++) {
    if (turn > 500) throw new Error('It did not come to be.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

function reach(settings: Partial<HttpSettings>, url = room.url) {
  const log = pino({ level: 'silent' });
  const transport = httpTransport({
    ...HTTP_DEFAULTS,
    headersOf: forwardedHeaders,
    ...settings,
    room: 'clock',
    url,
    log,
  });
  stops.push(transport.stop);
  return (query: string, forwarded: Record<string, string> = {}) =>
    transport.subscribe({
      query,
      variables: {},
      envelope: { requestId: '', tenant: '', locale: '', currency: '', identity: guest, forwarded },
    });
}

const unavailable = { message: 'The room clock does not answer.', extensions: { code: 'UNAVAILABLE' } };

describe.each([
  ['ws', { subscriptions: 'ws' }],
  ['sse', { subscriptions: 'sse', subscriptionsPath: '/stream' }],
] as const)('subscriptions over %s', (how, settings) => {
  it('given events, then they come in order, and the stream ends with the room’s', async () => {
    const stream = (await reach(settings)('subscription { three }')) as Stream;
    const seen: unknown[] = [];
    for await (const { data } of stream) seen.push(data?.three);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('given a reader that leaves while nothing happens, then the room is left', async () => {
    const stream = (await reach(settings)('subscription { tick }')) as Stream;
    const waiting = stream.next();
    await until(() => listeners() === 1);
    await stream.return?.();
    expect(await waiting).toEqual({ value: undefined, done: true });
    await until(() => listeners() === 0 && room.connections.size === 0);
  });

  it('given events that come before they are read, then none is lost', async () => {
    const stream = (await reach(settings)('subscription { tick }')) as Stream;
    await until(() => listeners() === 1);
    for (let tick = 1; tick <= 20; tick++) events.emit('tick', tick);
    const seen: unknown[] = [];
    while (seen.length < 20) seen.push((await stream.next()).value.data.tick);
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('given a refusal, then its errors and no stream of anything else', async () => {
    const answer = await reach(settings)('subscription { refused }');
    const result = Symbol.asyncIterator in answer ? ((await answer.next()).value as ExecutionResult) : answer;
    expect(result.errors?.map(({ message }) => message)).toEqual(['Not for you.']);
    if (Symbol.asyncIterator in answer) expect((await answer.next()).done).toBe(true);
  });

  it('given a room that goes away, then the stream fails with UNAVAILABLE, once', async () => {
    const stream = (await reach(settings)('subscription { tick }')) as Stream;
    const waiting = stream.next();
    waiting.catch(() => {});
    await until(() => listeners() === 1);
    await room.stop();
    await expect(waiting).rejects.toMatchObject(unavailable);
    expect(await stream.next()).toEqual({ value: undefined, done: true });
  });

  it('given nobody at the address, then UNAVAILABLE, also when it is read late', async () => {
    const gone = await startServer(() => {});
    await gone.stop();
    const read = async () => {
      const stream = (await reach(settings, gone.url)('subscription { tick }')) as Stream;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return stream.next();
    };
    await expect(read()).rejects.toMatchObject(unavailable);
  });

  it('given more events than are taken, then the stream ends instead of growing', async () => {
    const stream = (await reach(settings)('subscription { tick }')) as Stream;
    await until(() => listeners() === 1);
    for (let tick = 0; tick < 1_500; tick++) events.emit('tick', tick);
    await until(() => room.connections.size === 0);
    const drain = async () => {
      for (;;) if ((await stream.next()).done) return;
    };
    await expect(drain()).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
  });

  it('hands on the chosen headers', async () => {
    const stream = (await reach(settings)('subscription { three }', { authorization: 'Bearer x' })) as Stream;
    await stream.next();
    if (how === 'ws') {
      expect(room.handshakes).toEqual([
        { headers: expect.objectContaining({ authorization: 'Bearer x' }), params: { authorization: 'Bearer x' } },
      ]);
    }
  });
});

describe('sockets to a room', () => {
  const listen = async (subscribe: ReturnType<typeof reach>, forwarded = {}) => {
    const stream = (await subscribe('subscription { tick }', forwarded)) as Stream;
    stream.next().catch(() => {});
    return stream;
  };

  it('given the same headers, then they are shared, and closed with the last listener', async () => {
    const subscribe = reach({});
    const streams = await Promise.all(Array.from({ length: 60 }, () => listen(subscribe)));
    await until(() => listeners() === 60);
    expect(room.sockets.clients.size).toBe(2);
    for (const stream of streams) await stream.return?.();
    await until(() => room.sockets.clients.size === 0);
  });

  it('given other headers, then another socket: a room knows people by their connection', async () => {
    const subscribe = reach({});
    await listen(subscribe, { authorization: 'Bearer a' });
    await listen(subscribe, { authorization: 'Bearer b' });
    await until(() => listeners() === 2);
    expect(room.sockets.clients.size).toBe(2);
  });

  it('given a room that comes back, then it can be subscribed to again', async () => {
    const subscribe = reach({});
    await listen(subscribe);
    await until(() => listeners() === 1);
    await room.stop();
    await until(() => listeners() === 0);
    room = await startRoom(schema, room.port);
    const stream = (await subscribe('subscription { three }')) as Stream;
    expect((await stream.next()).value).toEqual({ data: { three: 1 } });
  });
});
