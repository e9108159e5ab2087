import type { Logger } from 'pino';
import type { Release } from '../store/store';
import { postgresHints } from './hints/postgres';
import { redisHints } from './hints/redis';

/** Tells others that there is a release, and hears of theirs. Only ever hints: what is live is asked of the store. */
export type Hints = { announce(release: Release): void; close(): Promise<void> };

export type HintOptions = {
  readonly redis?: string;
  /** That of the store, which tells of each release by itself. */
  readonly postgres?: string;
  /** There may be another release. */
  readonly hear: () => void;
  readonly log: Logger;
};

export function openHints({ redis, postgres, hear, log }: HintOptions): Hints {
  const shared = redis === undefined ? undefined : redisHints(redis, hear, log);
  const own = postgres === undefined ? undefined : postgresHints(postgres, hear, log);
  return {
    announce: (release) => shared?.announce(release),
    async close() {
      await Promise.all([shared?.close(), own?.close()]);
    },
  };
}
