import { AgoraError } from '../../../platform/kernel/errors';
import { systemTimers, type Timers } from '../../../platform/kernel/timers';

/** One second, and who came in it. */
type Second = { under: number; answered: number };

/**
 * Requests that are under way at once. One process can only do so much in a second: whoever comes beyond that would wait, and
 * make all others wait. Instead it is told at once to come again.
 */
export type Crowd = {
  /** Lets one in, and answers what is called when it is over; nothing when too many are inside. */
  enter(): (() => void) | undefined;
  stop(): void;
};

/** As many are always let in: what a second brings is not known before it is over, and guests come in groups. */
export const GROUP = 128;
/** Seconds that are looked back on: a quiet one is no sign that less could be done. */
const LOOK_BACK = 10;
const RETRY_AFTER = 1;

/** What whoever is not let in is told. */
export const tooMany = (): AgoraError =>
  new AgoraError('RATE_LIMITED', `Too many are here at once. Try again in ${RETRY_AFTER} s.`, {
    retryAfter: RETRY_AFTER,
  });

/**
 * How long one waits is how many are inside by how many are answered in a second (Little's law). Who is inside for more than
 * two seconds waits for something else than this process, such as a room that hangs, and is in nobody's way.
 * @param longest milliseconds that one may have to wait
 */
export function crowd(longest: number, timers: Timers = systemTimers): Crowd {
  let now: Second = { under: 0, answered: 0 };
  let before: readonly Second[] = [];
  let most = GROUP;

  function turn(): void {
    before = [now, ...before].slice(0, LOOK_BACK);
    most = Math.max(GROUP, ...before.map(({ answered }) => (answered * longest) / 1_000));
    now = { under: 0, answered: 0 };
  }

  return {
    enter() {
      const inside = now.under + (before[0]?.under ?? 0);
      if (inside >= most) return undefined;
      const mine = now;
      mine.under++;
      return () => {
        mine.under--;
        now.answered++;
      };
    },
    stop: timers.every(1_000, turn),
  };
}

/** Lets everybody in. */
export const anyCrowd: Crowd = { enter: () => () => {}, stop: () => {} };
