import { EventEmitter } from 'node:events';
import { buildSchema, type ExecutionResult } from 'graphql';
import pino from 'pino';
import { guest } from '../../../platform/identity/identity';
import { httpTransport } from '../../transports/http/http';
import { resuming } from '../../transports/subscriptions/resuming';
import { forwardedHeaders, HTTP_DEFAULTS } from '../../transports/settings';
import { hear, startRoom, subgraph } from '../servers';

const TYPES = 'type Query { a: Int } type Subscription { updates(after: Int): Update! } type Update { cursor: Int! }';

/** A journal that outlives the room: updates are told from behind a cursor on. */
function journal() {
  const written = new EventEmitter().setMaxListeners(0);
  let last = 0;
  async function* updates(_: unknown, { after = last }: { after?: number }) {
    const wakes = hear(written, 'update', () => undefined);
    try {
      for (let seen = after; ; await wakes.next()) while (seen < last) yield { updates: { cursor: ++seen } };
    } finally {
      await wakes.return();
    }
  }
  return {
    schema: subgraph(TYPES, { Subscription: { updates: { subscribe: updates } } }),
    write: () => (last++, written.emit('update')),
    listeners: () => written.listenerCount('update'),
  };
}

const until = async (what: () => boolean) => {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 5));
};

it.each([
  ['ws', { subscriptions: 'ws' }],
  ['sse', { subscriptions: 'sse', subscriptionsPath: '/stream' }],
] as const)('over %s: given a room that restarts, then nothing is lost and nothing comes twice', async (_how, how) => {
  const { schema, write, listeners } = journal();
  let room = await startRoom(schema);
  const log = pino({ level: 'silent' });
  const http = httpTransport({ ...HTTP_DEFAULTS, ...how, headersOf: forwardedHeaders, room: 'r', url: room.url, log });
  const settings = { patience: 4_000, pause: 20, longestPause: 100 };
  const { subscribe } = resuming(http, { room: 'r', schema: buildSchema(TYPES), log, settings });
  const envelope = { requestId: '', tenant: '', locale: '', currency: '', identity: guest };
  const query = 'subscription { updates { cursor } }';
  const stream = (await subscribe({ query, variables: {}, envelope })) as AsyncIterableIterator<ExecutionResult>;
  const seen: number[] = [];
  const reading = (async () => {
    for await (const { data } of stream) seen.push((data as { updates: { cursor: number } }).updates.cursor);
  })();
  await until(() => listeners() === 1);
  write();
  await until(() => seen.length === 1);
  await room.stop();
  for (let count = 0; count < 5; count++) write();
  room = await startRoom(schema, room.port);
  await until(() => seen.length === 6);
  write();
  await until(() => seen.length === 7);
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await stream.return?.();
  await reading;
  await http.stop();
  await room.stop();
});
