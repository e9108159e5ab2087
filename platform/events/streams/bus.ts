import type { Logger } from 'pino';
import { openRedis } from '../../redis/connection';
import type { Bus } from '../bus';
import { publisherOf } from '../event';
import { startConsumer, type Consumer, type ConsumerTiming } from './consuming';
import { startPublishing, type Listeners } from './publishing';

/** A bus between processes. */
export type StreamBus = Bus & {
  /** Hears nothing any more; what is being handled is waited for. */
  rest(): Promise<void>;
  /** Ends all. What nobody has confirmed stays in its outbox. */
  close(): Promise<void>;
};

export type StreamBusOptions = {
  readonly url: string;
  /** This copy, by a name that stays when it starts again. */
  readonly consumer: string;
  readonly listeners: Listeners;
  readonly log: Logger;
  readonly timing?: Partial<ConsumerTiming>;
};

// Who stops waits no longer than that for others to confirm.
const LAST_WORDS = 2_000;

/** Events over Redis Streams: a stream for each room that publishes, a consumer group for each that listens. */
export function streamBus({ url, consumer, listeners, log, timing }: StreamBusOptions): StreamBus {
  const open = (purpose: string, blocking = false) =>
    openRedis({ url, name: `${consumer}-${purpose}`, log }, { blocking });
  const redis = open('events');
  const hearing = open('heard', true);
  const publishing = startPublishing(redis, hearing, listeners);
  const consumers: Consumer[] = [];
  return {
    publish: publishing.publish,
    subscribe(room, types, deliver) {
      const publishers = [...new Set(types.map(publisherOf))];
      const waiting = open(`reads-for-${room}`, true);
      const what = { redis, waiting, room, consumer, publishers, types: new Set(types), deliver, log, timing };
      consumers.push(startConsumer(what));
    },
    async rest() {
      setTimeout(publishing.stop, LAST_WORDS).unref();
      await Promise.all(consumers.splice(0).map((each) => each.stop()));
    },
    async close() {
      publishing.stop();
      hearing.disconnect();
      await redis.quit().catch(() => redis.disconnect());
    },
  };
}

/** Which rooms hear which events, as their definitions say. */
export function listenersOf(definitions: readonly { readonly name: string; readonly on?: object }[]): Listeners {
  const listeners = new Map<string, string[]>();
  for (const { name, on = {} } of definitions)
    for (const type of Object.keys(on)) listeners.set(type, [...(listeners.get(type) ?? []), name]);
  return listeners;
}
