import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { pairs, type Entry } from './entries';
import type { Hearing, Read } from './hearing';

/** So many copies may die of an entry before it is given up. */
const MOST_DELIVERIES = 8;
const BATCH = 200;

type Pending = readonly [id: string, consumer: string, idle: number, deliveries: number];

export type TakingOverOptions = {
  readonly redis: Redis;
  readonly room: string;
  /** Who takes over. */
  readonly consumer: string;
  /** Milliseconds after which what another copy has taken and not done counts as left. */
  readonly idle: number;
  /** Milliseconds after which a copy with nothing left counts as gone. */
  readonly forgotten: number;
  readonly log: Logger;
};

async function buryTheDeadly({ redis, room, idle }: TakingOverOptions, stream: string, giveUp: Hearing['giveUp']) {
  const left = (await redis.xpending(stream, room, 'IDLE', idle, '-', '+', BATCH)) as Pending[];
  for (const [id, , , deliveries] of left) {
    if (deliveries <= MOST_DELIVERIES) continue;
    const [entry] = (await redis.xrange(stream, id, id)) as Entry[];
    await giveUp(stream, entry ?? [id, null], `It was taken ${deliveries} times, and never done.`);
  }
}

/** Copies of whom nothing is left but their names: they have others by now. */
async function forgetTheGone({ redis, room, forgotten }: TakingOverOptions, stream: string): Promise<void> {
  const consumers = (await redis.xinfo('CONSUMERS', stream, room)) as string[][];
  for (const { name = '', pending, idle } of consumers.map(pairs))
    if (Number(pending) === 0 && Number(idle) > forgotten) await redis.xgroup('DELCONSUMER', stream, room, name);
}

/** Takes what a copy that has died, or hangs, had taken from a stream. What so many have died of is given up. */
export async function takeOver(options: TakingOverOptions, stream: string, giveUp: Hearing['giveUp']): Promise<Read> {
  const { redis, room, consumer, idle, log } = options;
  await buryTheDeadly(options, stream, giveUp);
  await forgetTheGone(options, stream);
  const taken = await redis.xautoclaim(stream, room, consumer, idle, '0', 'COUNT', BATCH);
  const [, entries] = taken as [string, Entry[]];
  if (entries.length > 0) log.info({ room, stream, entries: entries.length }, 'events that were left are taken over');
  return [stream, entries];
}
