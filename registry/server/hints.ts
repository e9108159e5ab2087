import type { Logger } from 'pino';
import type { Release } from '../store/store';
import { postgresHints } from './hints/postgres';
import { redisHints } from './hints/redis';

/** Tells others that there is a release, and hears of theirs. Only ever hints: what is live is asked of the store. */
export type Hints = {
  announce(release: Release): void;
  /** From now on, when there may be another release. */
  hear(onHint: () => void): void;
  close(): Promise<void>;
};

export type HintOptions = {
  readonly redis?: string;
  /** That of the store, which tells of each release by itself. */
  readonly postgres?: string;
  readonly log: Logger;
};

export function openHints({ redis, postgres, log }: HintOptions): Hints {
  let onHint = () => {};
  const hear = () => onHint();
  const shared = redis === undefined ? undefined : redisHints(redis, hear, log);
  const own = postgres === undefined ? undefined : postgresHints(postgres, hear, log);
  return {
    announce: (release) => shared?.announce(release),
    hear: (listener) => void (onHint = listener),
    async close() {
      await Promise.all([shared?.close(), own?.close()]);
    },
  };
}
