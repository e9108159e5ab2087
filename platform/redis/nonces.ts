import { randomUUID } from 'node:crypto';
import { keeperOf } from '../identity/nonce';
import { SEAL_WINDOW } from '../identity/seal';
import { nonces, NotTold, type Nonces } from '../identity/unsealing';
import { openRedis, type RedisOptions } from './connection';
import { keeperBehind } from './keeper';

/** Nonces that all copies of a room remember together. */
export type SharedNonces = {
  readonly seen: Nonces;
  close(): void;
};

export const nonceKey = (nonce: string): string => `agora:nonce:${nonce}`;

/** What was sealed by a clock that goes before ours stays good for twice the window. */
const KEPT = 2 * SEAL_WINDOW;
/** Far longer than its sender thinks of withdrawing it, whatever the clocks do. */
export const KEPT_WITHDRAWABLE = 10 * SEAL_WINDOW;
/** Milliseconds that a request waits for Redis at most; whoever it keeps waiting does not ask it for a while. */
const PATIENCE = 250;
const REST = 1_000;

/**
 * Each copy remembers for itself, and in Redis for all. While Redis does not answer a copy knows its own nonces alone: that no
 * request goes through would be worse. But what its sender may withdraw is let in only when the Redis that its nonce names knows.
 * @param alone told of each request of which no other copy could be told
 */
export function openNonces(options: RedisOptions, alone: () => void): SharedNonces {
  const redis = openRedis(options, { patience: PATIENCE });
  const keeper = keeperBehind(redis);
  const own = nonces();
  const self = randomUUID();
  let restUntil = -Infinity;

  async function isNewElsewhere(nonce: string, kept: number): Promise<boolean> {
    const before = await redis.set(nonceKey(nonce), self, 'PX', kept, 'NX', 'GET');
    // What was lost on its way is sent again by the connection, and may have arrived the first time.
    return before === null || before === self;
  }

  /** Undefined when Redis does not answer. */
  async function askRedis(nonce: string, now: number, kept = KEPT): Promise<boolean | undefined> {
    if (redis.status !== 'ready' || now < restUntil) return undefined;
    try {
      return await isNewElsewhere(nonce, kept);
    } catch (error) {
      restUntil = now + REST;
      options.log.warn({ err: error }, 'nonces are remembered by this copy alone');
      return undefined;
    }
  }

  async function seenByKeeper(nonce: string, now: number, name: string): Promise<boolean> {
    if (keeper.name() !== name) {
      keeper.doubt();
      throw new NotTold();
    }
    const isNew = await askRedis(nonce, now, KEPT_WITHDRAWABLE);
    // Meanwhile another Redis may have taken its place, and have answered.
    if (isNew === undefined || keeper.name() !== name) throw new NotTold();
    return isNew;
  }

  return {
    async seen(nonce, now) {
      if (!own(nonce, now)) return false;
      const name = keeperOf(nonce);
      if (name !== undefined) return seenByKeeper(nonce, now, name);
      const isNew = await askRedis(nonce, now);
      if (isNew === undefined) alone();
      return isNew ?? true;
    },
    close: () => redis.disconnect(),
  };
}
