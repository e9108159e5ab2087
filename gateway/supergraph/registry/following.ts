import type { Timers } from '../../../platform/kernel/timers';
import { pauseAfter, type Outcome } from './pauses';

export type FollowingOptions = {
  /** Looks once. @param wait seconds that the registry may wait for another release */
  readonly look: (wait: number, signal: AbortSignal) => Promise<Outcome>;
  readonly timers: Timers;
  readonly random: () => number;
  readonly now: () => number;
};

export type Following = {
  /** There may be another release: it looks at once. */
  hint(): void;
  stop(): void;
};

/** Seconds. */
const WAIT = 30;
/** Hints may come many at a time: milliseconds until they are followed. */
const AFTER_HINT = 100;

/** Looks again and again, without ever being busy with it. */
export function following({ look, timers, random, now }: FollowingOptions): Following {
  const stopped = new AbortController();
  let turn = new AbortController();
  let isHinted = false;

  /** One question, and the time until the next. What waits is cut short by a hint; what is to be answered at once is not. */
  async function once(troubled: number): Promise<Outcome> {
    const begunAt = now();
    if (isHinted) {
      await timers.pause(AFTER_HINT, stopped.signal);
      isHinted = false;
      return look(0, stopped.signal);
    }
    turn = new AbortController();
    const outcome = await look(WAIT, turn.signal);
    const took = now() - begunAt;
    if (!turn.signal.aborted) await timers.pause(pauseAfter(outcome, { troubled, took, random }), turn.signal);
    return outcome;
  }

  async function run(): Promise<void> {
    for (let troubled = 0; !stopped.signal.aborted;) {
      const outcome = await once(troubled);
      troubled = outcome === 'failed' || outcome === 'refused' ? troubled + 1 : 0;
    }
  }

  void run();
  return {
    hint() {
      isHinted = true;
      turn.abort();
    },
    stop() {
      stopped.abort();
      turn.abort();
    },
  };
}
