import Redis from 'ioredis';
import { setTimeout as pause } from 'node:timers/promises';
import type { Target } from '../target';

/** Listens in on all streams of events, as one more who reads, and counts what comes more than once. */
export type Tap = { delivered(): number; twice(): number; stop(): Promise<void> };

const ROOMS = ['users', 'catalog', 'orders', 'payments', 'logistics', 'marketing', 'search'];
const WAIT = 500;

export function openTap({ ground }: Target): Tap {
  const counts = new Map<string, number>();
  let stopped = false;
  const count = (fields: readonly string[]) => {
    const event = fields[fields.indexOf('id') + 1] as string;
    counts.set(event, (counts.get(event) ?? 0) + 1);
  };

  /** Until Redis goes away; the next one is read from its beginning. */
  async function read(): Promise<void> {
    const redis = new Redis(ground.direct().redisUrl, { retryStrategy: () => null, maxRetriesPerRequest: 0 });
    redis.on('error', () => {});
    const last = new Map(ROOMS.map((room) => [`agora:events:${room}`, '0']));
    try {
      while (!stopped) {
        const streams = [...last.keys()];
        const answer = await redis.xread('BLOCK', WAIT, 'STREAMS', ...streams, ...last.values());
        for (const [stream, entries] of answer ?? []) {
          for (const [, fields] of entries) count(fields);
          last.set(stream, entries.at(-1)?.[0] ?? '0');
        }
      }
    } finally {
      redis.disconnect();
    }
  }
  async function keepReading(): Promise<void> {
    while (!stopped) await read().catch(() => pause(WAIT / 2));
  }
  const reading = keepReading();
  const delivered = () => [...counts.values()].reduce((sum, times) => sum + times, 0);
  return {
    delivered,
    twice: () => delivered() - counts.size,
    async stop() {
      stopped = true;
      await reading;
    },
  };
}
