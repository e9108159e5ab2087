import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { RedisPubSub } from 'graphql-redis-subscriptions';
import type { Logger } from 'pino';
import { openRedis } from '../redis/connection';
import { localTopics, type Topics } from './topics';

/** Topics between processes. */
export type SharedTopics = Topics & {
  /** Has everybody look, here and elsewhere: whoever died may have left something unsaid. */
  wakeAll(): void;
  close(): Promise<void>;
};

type Wake = { readonly from: string };

const PATIENCE = 2_000;

export type RedisTopicsOptions = {
  readonly url: string;
  readonly name: string;
  /** Whose processes wait for each other's wakes: a room, or all of Agora. */
  readonly group: string;
  readonly log: Logger;
};

const channelOf = (topic: string): string => `agora:wake:${topic}`;

/** Counts who waits, for all are to be woken when something may have been missed. */
function countingTopics() {
  const counts = new Map<string, number>();
  return {
    topics: () => [...counts.keys()],
    wait(topic: string): () => void {
      counts.set(topic, (counts.get(topic) ?? 0) + 1);
      return () => {
        const left = (counts.get(topic) ?? 1) - 1;
        if (left === 0) counts.delete(topic);
        else counts.set(topic, left);
      };
    },
  };
}

/**
 * Wakes who waits here at once, and who waits in other processes over Redis. Wakes carry no data, so one that is lost is made
 * good by waking everybody when the connection is back.
 */
export function redisTopics({ url, name, group, log }: RedisTopicsOptions): SharedTopics {
  const self = randomUUID();
  const local = localTopics();
  const publisher = openRedis({ url, name: `${name}-wakes`, log });
  const subscriber = openRedis({ url, name: `${name}-topics`, log }, { blocking: true, resubscribes: false });
  const pubsub = new RedisPubSub({ publisher, subscriber });
  const awaited = countingTopics();
  let wasReady = false;
  const lookAll = () => {
    for (const topic of awaited.topics()) local.wake(topic);
  };
  const failed = (error: unknown) => log.warn({ err: error }, 'a wake could not be sent or awaited');
  const toAll = `agora:wakes:${group}`;
  subscriber.on('message', (channel: string) => void (channel === toAll && lookAll()));
  // After a lost connection it is looked when one hears again: what is written in between is seen or heard.
  subscriber.on('ready', () => {
    const again = wasReady ? awaited.topics().map(channelOf) : [];
    subscriber.subscribe(toAll, ...again).then(wasReady ? lookAll : undefined, failed);
    wasReady = true;
  });

  const hear = (topic: string) =>
    pubsub.subscribe(channelOf(topic), ({ from }: Wake) => {
      if (from !== self) local.wake(topic);
    });

  return {
    wake(topic) {
      local.wake(topic);
      pubsub.publish(channelOf(topic), { from: self } satisfies Wake).catch(failed);
    },
    awaken(topic) {
      const wakes = local.awaken(topic);
      const over = awaited.wait(topic);
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
    wakeAll: () => void pubsub.publish(toAll, {}).catch(failed),
    async close() {
      await pubsub.close();
    },
  };
}
