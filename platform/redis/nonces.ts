import { randomUUID } from 'node:crypto';
import { SEAL_WINDOW } from '../identity/seal';
import { nonces, type Nonces } from '../identity/unsealing';
import { openRedis, type RedisOptions } from './connection';

/** Nonces that all copies of a room remember together. */
export type SharedNonces = {
  readonly seen: Nonces;
  close(): void;
};

/** What was sealed by a clock that goes before ours stays good for twice the window. */
const KEPT = 2 * SEAL_WINDOW;
/** Milliseconds that a request waits for Redis at most; whoever it keeps waiting does not ask it for a while. */
const PATIENCE = 250;
const REST = 1_000;

/**
 * Each copy remembers for itself, and in Redis for all. While Redis does not answer a copy knows its own nonces alone: that no
 * request goes through would be worse.
 * @param alone told of each request of which no other copy could be told
 */
export function openNonces(options: RedisOptions, alone: () => void): SharedNonces {
  const redis = openRedis(options, { patience: PATIENCE });
  const own = nonces();
  const self = randomUUID();
  let restUntil = -Infinity;

  async function isNewElsewhere(nonce: string): Promise<boolean> {
    const before = await redis.set(`agora:nonce:${nonce}`, self, 'PX', KEPT, 'NX', 'GET');
    // What was lost on its way is sent again by the connection, and may have arrived the first time.
    return before === null || before === self;
  }

  return {
    async seen(nonce, now) {
      if (!own(nonce, now)) return false;
      if (redis.status === 'ready' && now >= restUntil) {
        try {
          return await isNewElsewhere(nonce);
        } catch (error) {
          restUntil = now + REST;
          options.log.warn({ err: error }, 'nonces are remembered by this copy alone');
        }
      }
      alone();
      return true;
    },
    close: () => redis.disconnect(),
  };
}
