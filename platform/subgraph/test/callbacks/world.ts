import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { buildSchema, type GraphQLSchema } from 'graphql';
import pino from 'pino';
import type { Envelope } from '../../../identity/envelope';
import { guest, type Identity } from '../../../identity/identity';
import { unauthenticated, unavailable } from '../../../kernel/errors';
import { callbackEmitter, type EmitterOptions } from '../../callbacks/emitter';
import { wantsCallbacks } from '../../callbacks/protocol';
import { readRouters } from '../../callbacks/routers';
import type { RoomContext } from '../../context';
import { preparedOperations } from '../../execution';
import { openStream } from '../../live';
import { localTopics } from '../../topics';
import type { RoomRequest, Transport } from '../../transport';
import { bodyOf, serve, startRouter } from './router';
import { manualTimers } from './timers';

type Subscribable = Pick<Transport, 'subscribe'>;
type Answer = { data?: unknown; errors?: { message: string; extensions?: object }[] };

type Posted = Omit<RoomRequest, 'envelope'> & { extensions?: { subscription?: unknown } };

/** A server that mounts an emitter, as a room's service does. Who asks stands in a header. */
export async function startHost(room: Subscribable, options: EmitterOptions, port = 0) {
  const emitter = callbackEmitter(options);
  const { origin, stop } = await serve((request, response) => {
    void bodyOf(request).then(async (text) => {
      const { extensions, ...operation } = JSON.parse(text) as Posted;
      if (!wantsCallbacks(request.headers.accept, extensions)) throw new Error('This is no request for calls.');
      const header = String(request.headers['agora-envelope'] ?? '');
      const envelope = JSON.parse(Buffer.from(header, 'base64url').toString()) as Envelope;
      await emitter.serve(room, { ...operation, envelope }, extensions?.subscription, response);
    });
  }, port);
  return { url: `${origin}/graphql`, emitter, stop };
}

export const envelopeOf = (identity: Identity, tenant = 'demo'): Envelope => ({
  requestId: 'req',
  tenant,
  locale: 'en-US',
  currency: 'USD',
  identity,
});
export const ada: Identity = { kind: 'user', id: 'ada', roles: ['BUYER'] };

const SCHEMA = `
  type Query { a: Int }
  type Subscription { tick: Int three: Int mine: Int broken: Int gone: Int failing: Int }
`;

/** Counts the streams of a room that nobody has left yet. */
function counted(room: Subscribable) {
  const events = new EventEmitter();
  let open = 0;
  let asked = 0;
  async function subscribe(request: RoomRequest) {
    asked++;
    const stream = await room.subscribe(request);
    if (!(Symbol.asyncIterator in stream)) return stream;
    open++;
    let isOpen = true;
    const leave = () => {
      if (isOpen) open--;
      isOpen = false;
      events.emit('left');
    };
    const watched: typeof stream = {
      async next() {
        const step = await stream.next();
        if (step.done) leave();
        return step;
      },
      async return() {
        await stream.return?.();
        leave();
        return { value: undefined, done: true };
      },
      [Symbol.asyncIterator]: () => watched,
    };
    return watched;
  }
  async function left(): Promise<void> {
    while (open > 0) await once(events, 'left');
  }
  return { room: { subscribe }, open: () => open, asked: () => asked, left };
}

/** A room that ticks when it is told to. */
function clock() {
  const topics = localTopics();
  const ticks: number[] = [];
  async function* tick({ awaken }: RoomContext, field: string) {
    for await (const _wake of awaken('tick')) while (ticks.length > 0) yield { [field]: ticks.shift() };
  }
  type Subscribe = (source: unknown, args: unknown, context: RoomContext) => unknown;
  const subscribers: Record<string, Subscribe> = {
    tick: (_source, _args, context) => tick(context, 'tick'),
    mine(_source, _args, context) {
      if (context.identity.kind === 'guest') throw unauthenticated();
      return tick(context, 'mine');
    },
    async *three() {
      for (const three of [1, 2, 3]) yield { three };
    },
    broken() {
      throw new Error('password=hunter2');
    },
    async *gone() {
      yield { gone: 1 };
      throw unavailable('The other room is gone.');
    },
    async *failing() {
      yield { failing: 1 };
      throw new Error('password=hunter2');
    },
  };
  const schema = buildSchema(SCHEMA);
  for (const [name, field] of Object.entries(schema.getSubscriptionType()?.getFields() ?? {}))
    field.subscribe = subscribers[name] as never;
  return {
    ...counted(roomOf(schema, ({ identity }) => ({ identity, awaken: topics.awaken }))),
    tick(...values: number[]) {
      ticks.push(...values);
      topics.wake('tick');
    },
  };
}

/** Subscribes as a room does. */
export function roomOf(of: GraphQLSchema, contextOf: (envelope: Envelope) => object): Subscribable {
  const prepared = preparedOperations(of);
  return {
    async subscribe({ query, operationName, variables, envelope }) {
      const { document } = prepared(query);
      const context = contextOf(envelope) as RoomContext;
      return openStream({ schema: of, document, operationName, variableValues: variables }, () => context);
    },
  };
}

/** Asks as a router does. */
export async function ask(url: string, query: string, subscription: unknown, identity: Identity = guest) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json;callbackSpec=1.0',
      'agora-envelope': Buffer.from(JSON.stringify(envelopeOf(identity))).toString('base64url'),
    },
    body: JSON.stringify({ query, extensions: { subscription } }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
}

/** A room that emits, and a router that subscribes there. */
export async function startWorld(options: Partial<EmitterOptions> = {}) {
  const router = await startRouter();
  const { timers, ...time } = manualTimers();
  const logged: { msg: string }[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line) as never) });
  const { room, ...ticking } = clock();
  const routers = readRouters(`${router.origin}/callback`);
  const { url, emitter, stop } = await startHost(room, { routers, log, timers, ...options });

  function extension(id: string = randomUUID()) {
    const callbackUrl = `${router.origin}/callback/${id}`;
    return { callbackUrl, subscriptionId: id, verifier: 'proof', heartbeatIntervalMs: 5_000 };
  }
  const subscribe = (query: string, subscription: unknown = extension(), identity?: Identity) =>
    ask(url, query, subscription, identity);
  return {
    ...ticking,
    ...time,
    router,
    emitter,
    room,
    logged,
    extension,
    subscribe,
    async stop() {
      await emitter.stop();
      await stop();
      await router.stop();
    },
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;
