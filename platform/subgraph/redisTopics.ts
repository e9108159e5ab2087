import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { RedisPubSub } from 'graphql-redis-subscriptions';
import type { Logger } from 'pino';
import { openRedis } from '../redis/connection';
import { localTopics, type Topics } from './topics';

/** Topics between processes. */
export type SharedTopics = Topics & { close(): Promise<void> };

type Wake = { readonly from: string };

const PATIENCE = 2_000;

const channelOf = (topic: string): string => `agora:wake:${topic}`;

/**
 * Wakes who waits here at once, and who waits in other processes over Redis. Wakes carry no data, so one that is lost is made
 * good by waking everybody when the connection is back.
 */
export function redisTopics({ url, name, log }: { url: string; name: string; log: Logger }): SharedTopics {
  const self = randomUUID();
  const local = localTopics();
  const publisher = openRedis({ url, name: `${name}-wakes`, log });
  const subscriber = openRedis({ url, name: `${name}-topics`, log }, { blocking: true });
  const pubsub = new RedisPubSub({ publisher, subscriber });
  const awaited = new Map<string, number>();
  let wasReady = false;
  subscriber.on('ready', () => {
    if (wasReady) for (const topic of awaited.keys()) local.wake(topic);
    wasReady = true;
  });
  const failed = (error: unknown) => log.warn({ err: error }, 'a wake could not be sent or awaited');

  const hear = (topic: string) =>
    pubsub.subscribe(channelOf(topic), ({ from }: Wake) => {
      if (from !== self) local.wake(topic);
    });

  /** Counts who waits, for all are to be woken when something may have been missed. */
  function wait(topic: string): () => void {
    awaited.set(topic, (awaited.get(topic) ?? 0) + 1);
    return () => {
      const left = (awaited.get(topic) ?? 1) - 1;
      if (left === 0) awaited.delete(topic);
      else awaited.set(topic, left);
    };
  }

  return {
    wake(topic) {
      local.wake(topic);
      pubsub.publish(channelOf(topic), { from: self } satisfies Wake).catch(failed);
    },
    awaken(topic) {
      const wakes = local.awaken(topic);
      const over = wait(topic);
      let [left, late] = [false, false];
      const subscribed = hear(topic);
      subscribed.then(() => void (late && local.wake(topic)), failed);
      // What is read before the subscription stands might miss what is written in between. Without Redis it must do.
      const begun = Promise.race([subscribed, pause(PATIENCE, undefined, { ref: false }).then(() => (late = true))]);
      return {
        async next() {
          await begun.catch(() => {});
          return wakes.next();
        },
        async return() {
          if (!left) {
            over();
            subscribed.then((id) => pubsub.unsubscribe(id), failed);
          }
          left = true;
          return (wakes.return as () => Promise<IteratorResult<void>>)();
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
    async close() {
      await pubsub.close();
    },
  };
}
