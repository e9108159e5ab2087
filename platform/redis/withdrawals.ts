import { randomUUID } from 'node:crypto';
import { nonceMaker, keeperOf } from '../identity/nonce';
import { SEAL_WINDOW } from '../identity/seal';
import { openRedis, type RedisOptions } from './connection';
import { databaseOf, keeperBehind, keeperIn, SECTIONS } from './keeper';
import { KEPT_WITHDRAWABLE, nonceKey } from './nonces';

/** A request that may be withdrawn. */
export type Withdrawable = {
  readonly nonce: string;
  /** Whether no copy has let it in, nor ever will. Asked again it gives the same answer. */
  withdraw(): Promise<boolean>;
};

/** Takes back requests of which it is not known whether a room has let them in. */
export type Withdrawals = {
  /** For one request; undefined while none could be withdrawn. */
  begin(): Withdrawable | undefined;
  close(): void;
};

/** Milliseconds. */
const PATIENCE = 250;

/**
 * Whoever lets in a request that may be withdrawn has told Redis before, under its nonce. So who is the first to write under it
 * decides: a copy, or the sender who takes the request back. That holds only while it is one Redis that both speak to, which is
 * why the nonce names it. Whatever is in doubt counts as let in.
 */
export function openWithdrawals(options: RedisOptions): Withdrawals {
  const redis = openRedis(options, { patience: PATIENCE });
  const keeper = keeperBehind(redis);
  const nonceFor = nonceMaker();
  const self = randomUUID();

  /** @throws what Redis does not answer */
  async function isFirst(nonce: string): Promise<boolean> {
    const key = nonceKey(nonce);
    // At once, so that who says its name is who decides.
    const steps = await redis
      .multi()
      .info(...SECTIONS)
      .set(key, self, 'PX', KEPT_WITHDRAWABLE, 'NX', 'GET')
      .exec();
    const [[failed, info] = [], [refused, before] = []] = steps ?? [];
    if (failed || refused || typeof info !== 'string')
      throw failed ?? refused ?? new Error('Redis did not carry it out.');
    const isSame = keeperIn(info, databaseOf(redis)) === keeperOf(nonce);
    if (!isSame) keeper.doubt();
    // What was lost on its way is sent again by the connection, and may have arrived the first time.
    return isSame && (before === null || before === self);
  }

  async function withdraw(nonce: string, begunAt: number): Promise<boolean> {
    if (redis.status !== 'ready') return false;
    try {
      const isWithdrawn = await isFirst(nonce);
      // Later Redis may have forgotten who let it in.
      return isWithdrawn && performance.now() - begunAt < SEAL_WINDOW;
    } catch (error) {
      options.log.warn({ err: error }, 'a request could not be withdrawn');
      return false;
    }
  }

  return {
    begin() {
      const name = keeper.name();
      if (name === undefined) return undefined;
      const [nonce, begunAt] = [nonceFor(name), performance.now()];
      let answer: Promise<boolean> | undefined;
      return { nonce, withdraw: () => (answer ??= withdraw(nonce, begunAt)) };
    },
    close: () => redis.disconnect(),
  };
}
