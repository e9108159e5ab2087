import { AgoraError } from '../../../platform/kernel/errors';
import { systemTimers, type Timers } from '../../../platform/kernel/timers';

/** One second: who came in it and is inside, how many were answered, how long they were inside, how many were sent away. */
type Second = { inside: number; answered: number; waited: number; refused: number };

/**
 * Requests that are under way at once. One process can only do so much in a second: whoever comes beyond that would wait, and
 * make all others wait. Instead it is told at once to come again.
 */
export type Crowd = {
  /** Lets one in, and answers what is called when it is over; nothing when too many are inside. */
  enter(): (() => void) | undefined;
  /** Seconds after which one who was not let in may come again: as many come then as there is room for, and not all at once. */
  retryAfter(): number;
  stop(): void;
};

/** As many are let in where nobody has had to wait: what a second brings is not known before it is over. */
export const GROUP = 100;
/** As many are let in however long it takes. */
export const LEAST = 10;
/** So many who wait are no crowd, whatever they wait for. */
export const FEW = 20;
/** By so much it grows in a second in which others were sent away and one waited less than half as long as one may. */
const MUCH = 1.5;
/** The same where one waited longer; by so much it also goes back to a group when no more are needed. */
const LITTLE = 1.1;
/** Milliseconds after which one takes nobody's place, and for how long one has waited at most. */
const STAY = 2_000;
/** Seconds. */
const LONGEST_RETRY = 30;

/** What whoever is not let in is told. */
export const tooMany = (retryAfter: number): AgoraError =>
  new AgoraError('RATE_LIMITED', `Too many are here at once. Try again in ${retryAfter} s.`, { retryAfter });

const newSecond = (): Second => ({ inside: 0, answered: 0, waited: 0, refused: 0 });

export type CrowdOptions = { readonly timers?: Timers; readonly clock?: () => number; readonly random?: () => number };

/**
 * How long one waits is how many are inside by how many are answered in a second (Little's law). Who is inside for more than
 * two seconds waits for something else than this process, such as a room that hangs, and is in nobody's way.
 * @param longest milliseconds that one may have to wait on average
 */
export function crowd(
  longest: number,
  { timers = systemTimers, clock = () => performance.now(), random = Math.random }: CrowdOptions = {},
): Crowd {
  let [now, before] = [newSecond(), newSecond()];
  let most = GROUP;
  let refusedPerAnswer = 0;

  function nextMost({ answered, waited, refused }: Second): number {
    const inTime = (answered * longest) / 1_000;
    const isSlow = waited > longest * answered;
    if (isSlow && (refused > 0 || waited > FEW * 1_000)) return Math.max(LEAST, inTime);
    if (refused > 0) return Math.max(inTime, most * (2 * waited < longest * answered ? MUCH : LITTLE));
    return Math.max(inTime, most < GROUP ? Math.min(GROUP, most * LITTLE) : Math.max(GROUP, most / LITTLE));
  }
  function turn(): void {
    most = nextMost(now);
    refusedPerAnswer = now.refused / Math.max(1, now.answered);
    [before, now] = [now, newSecond()];
  }

  return {
    enter() {
      if (now.inside + before.inside >= most) {
        now.refused++;
        return undefined;
      }
      const [mine, since] = [now, clock()];
      mine.inside++;
      return () => {
        mine.inside--;
        now.answered++;
        now.waited += Math.min(STAY, clock() - since);
      };
    },
    retryAfter() {
      const mean = Math.min(LONGEST_RETRY, Math.max(1, refusedPerAnswer));
      return Math.round(1 + 2 * random() * (mean - 1));
    },
    stop: timers.every(1_000, turn),
  };
}

/** Lets everybody in. */
export const anyCrowd: Crowd = { enter: () => () => {}, retryAfter: () => 1, stop: () => {} };

/** Does what one asks for, if there is room. @throws AgoraError RATE_LIMITED */
export async function within<T>({ enter, retryAfter }: Crowd, work: () => Promise<T>): Promise<T> {
  const leave = enter();
  if (!leave) throw tooMany(retryAfter());
  return work().finally(leave);
}
