import { AgoraError } from '../../../platform/kernel/errors';
import { systemTimers, type Timers } from '../../../platform/kernel/timers';

/** One second: who came in it and is inside, how many were answered, how long they were inside, whether any were sent away. */
type Second = { inside: number; answered: number; waited: number; refused: boolean };

/**
 * Requests that are under way at once. One process can only do so much in a second: whoever comes beyond that would wait, and
 * make all others wait. Instead it is told at once to come again.
 */
export type Crowd = {
  /** Lets one in, and answers what is called when it is over; nothing when too many are inside. */
  enter(): (() => void) | undefined;
  stop(): void;
};

/** As many are let in where nobody has had to wait: what a second brings is not known before it is over. */
export const GROUP = 100;
/** As many are let in however long it takes. */
export const LEAST = 32;
/** Seconds that are looked back on: a quiet one is no sign that less could be done. */
const LOOK_BACK = 10;
const RETRY_AFTER = 1;

/** What whoever is not let in is told. */
export const tooMany = (): AgoraError =>
  new AgoraError('RATE_LIMITED', `Too many are here at once. Try again in ${RETRY_AFTER} s.`, {
    retryAfter: RETRY_AFTER,
  });

const newSecond = (): Second => ({ inside: 0, answered: 0, waited: 0, refused: false });

/**
 * How long one waits is how many are inside by how many are answered in a second (Little's law). Who is inside for more than
 * two seconds waits for something else than this process, such as a room that hangs, and is in nobody's way.
 * @param longest milliseconds that one may have to wait
 */
export function crowd(longest: number, timers: Timers = systemTimers, clock = () => performance.now()): Crowd {
  let now = newSecond();
  let before: readonly Second[] = [];
  let most = GROUP;
  let isCrowded = false;

  function turn(): void {
    const { answered, waited, refused } = now;
    isCrowded = waited > longest * answered || (isCrowded && refused);
    before = [now, ...before].slice(0, LOOK_BACK);
    const inTime = Math.max(...before.map((second) => (second.answered * longest) / 1_000));
    most = Math.max(isCrowded ? LEAST : GROUP, inTime);
    now = newSecond();
  }

  return {
    enter() {
      if (now.inside + (before[0]?.inside ?? 0) >= most) {
        now.refused = true;
        return undefined;
      }
      const [mine, since] = [now, clock()];
      mine.inside++;
      return () => {
        mine.inside--;
        if (mine !== now && mine !== before[0]) return;
        now.answered++;
        now.waited += clock() - since;
      };
    },
    stop: timers.every(1_000, turn),
  };
}

/** Lets everybody in. */
export const anyCrowd: Crowd = { enter: () => () => {}, stop: () => {} };
