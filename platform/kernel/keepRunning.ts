import { setTimeout as pause } from 'node:timers/promises';

const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;

/** A server that somebody may kill. */
export type Server = {
  /** Settles when it is gone, with what ended it. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
};

/** Milliseconds before the next start: the longer, the more often it has ended soon after one. */
export const pauseAfter = (before: number, livedFor: number): number =>
  livedFor > LONGEST_PAUSE ? SHORTEST_PAUSE : Math.min(Math.max(2 * before, SHORTEST_PAUSE), LONGEST_PAUSE);

/**
 * Starts a server again, in the same place, whenever it ends by itself.
 * @param again is tried until it succeeds
 * @param tell is told what ended it, or why it could not be started
 */
export function keepRunning<T extends Server>(
  first: T,
  again: (dead: T) => Promise<T>,
  tell: (what: string) => void,
): { current(): T; stop(): Promise<void> } {
  let current = first;
  let wait = 0;
  const stopping = new AbortController();
  const { signal } = stopping;

  async function startAgain(): Promise<void> {
    await pause(wait, undefined, { signal }).catch(() => {});
    while (!signal.aborted) {
      const next = await again(current).catch((error: unknown) => tell((error as Error).message));
      if (next) return void (current = next);
      await pause(LONGEST_PAUSE, undefined, { signal }).catch(() => {});
    }
  }
  async function watch(): Promise<void> {
    while (!signal.aborted) {
      const begunAt = performance.now();
      const how = await current.ended;
      if (signal.aborted) return;
      tell(how);
      wait = pauseAfter(wait, performance.now() - begunAt);
      await startAgain();
    }
  }
  const watching = watch();
  return {
    current: () => current,
    async stop() {
      stopping.abort();
      // One that was just being started again is there only when the watch is over.
      await Promise.all([current.stop(), watching]);
      await current.stop();
    },
  };
}
