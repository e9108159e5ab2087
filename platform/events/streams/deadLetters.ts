import type { Redis } from 'ioredis';
import { DEAD_LETTERS, pairs, streamOf, type Entry } from './entries';

/** An entry that a room has given up. */
export type DeadLetter = {
  readonly id: string;
  /** The room that published it, and the one that could not take it in. */
  readonly from: string;
  readonly listener: string;
  readonly reason: string;
  readonly fields: Readonly<Record<string, string>>;
};

const OF_THE_LETTER = ['dead:from', 'dead:listener', 'dead:reason'] as const;

export async function bury(
  redis: Redis,
  { from, listener, reason }: Pick<DeadLetter, 'from' | 'listener' | 'reason'>,
  fields: readonly string[] | null,
): Promise<void> {
  const about = [OF_THE_LETTER[0], from, OF_THE_LETTER[1], listener, OF_THE_LETTER[2], reason];
  await redis.xadd(DEAD_LETTERS, '*', ...about, ...(fields ?? []));
}

/** All of them, the oldest first. */
export async function listDeadLetters(redis: Redis): Promise<DeadLetter[]> {
  const entries = (await redis.xrange(DEAD_LETTERS, '-', '+')) as Entry[];
  return entries.map(([id, list]) => {
    const {
      'dead:from': from = '',
      'dead:listener': listener = '',
      'dead:reason': reason = '',
      ...fields
    } = pairs(list);
    return { id, from, listener, reason, fields };
  });
}

/** Puts one back where it came from. Rooms that had heard it are not changed by hearing it again. */
export async function replay(redis: Redis, { id, from, fields }: DeadLetter): Promise<void> {
  await redis.xadd(streamOf(from), '*', ...Object.entries(fields).flat());
  await redis.xdel(DEAD_LETTERS, id);
}
