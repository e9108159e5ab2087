import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Bus } from '../bus';
import { publisherOf, type EventMessage } from '../event';
import { newAwaiting } from './awaiting';
import { fieldsOf, heardChannel, streamOf } from './entries';

/** Which rooms listen to which events: what a publisher waits for must not depend on what Redis remembers. */
export type Listeners = ReadonlyMap<string, readonly string[]>;

// Entries leave when all have heard of them. This bounds what gathers while a listener is away; the outbox has it all.
const LONGEST_STREAM = 100_000;
const PATIENCE = 20_000;

export type Publishing = Pick<Bus, 'publish'> & {
  /** Gives up on what nobody has confirmed. */
  stop(): void;
};

/**
 * Puts events into the streams of their rooms, and waits until every listener has said that it has stored or handled them. Only
 * then do they leave the outbox: what Redis loses is published anew.
 * @param hearing a connection that is used for nothing else
 */
export function startPublishing(redis: Redis, hearing: Redis, listeners: Listeners): Publishing {
  const self = randomUUID();
  const awaiting = newAwaiting(PATIENCE);
  hearing.on('message', (_channel, message: string) => {
    const [listener, ids] = JSON.parse(message) as [string, string[]];
    awaiting.heard(listener, ids);
  });
  // A Redis that comes back may have come back empty, or have let go of what was confirmed meanwhile.
  hearing.on('close', () => awaiting.giveUp('The connection to Redis was lost.'));
  const ready = hearing.subscribe(heardChannel(self));
  ready.catch(() => {});

  async function add(event: EventMessage): Promise<() => void> {
    const stream = streamOf(publisherOf(event.type));
    const entry = await redis.xadd(stream, 'MAXLEN', '~', LONGEST_STREAM, '*', ...fieldsOf(event, self));
    return () => void redis.xdel(stream, entry as string).catch(() => {});
  }

  async function send(event: EventMessage): Promise<void> {
    const rooms = listeners.get(event.type) ?? [];
    if (rooms.length === 0) return;
    const { isNew, heard } = awaiting.until(event.id, rooms);
    // Looked at when it was sent; until then nobody else may be told of it.
    heard.catch(() => {});
    const remove = isNew ? await add(event) : undefined;
    await heard;
    remove?.();
  }

  return {
    async publish(events) {
      await ready;
      const sent = await Promise.allSettled(events.map(send));
      const failed = sent.find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
    },
    stop: () => awaiting.giveUp('This process stops.'),
  };
}
