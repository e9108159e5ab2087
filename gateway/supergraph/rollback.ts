import type { Timers } from '../../platform/kernel/timers';
import type { Answered, Rate } from './answered';

/** When a new supergraph is gone back from. */
export type RollbackLimits = {
  /** By how much the share of failed requests may grow, from 0 to 1. */
  readonly errors: number;
  /** How many requests there must have been. */
  readonly requests: number;
  /** Milliseconds for which it is watched. */
  readonly within: number;
};

const shareOf = ({ requests, failed }: Rate): number => (requests === 0 ? 0 : failed / requests);

/** Whether so many more requests fail than before that the supergraph must be the cause. */
export const failsMore = (after: Rate, before: Rate, { errors, requests }: RollbackLimits): boolean =>
  after.requests >= requests && shareOf(after) - shareOf(before) > errors;

type Tried = { readonly answered: Answered };
/** One that has made too many requests fail, the one before it, and what became of the requests of each. */
export type Failed<T> = { readonly previous: T; readonly after: Rate; readonly before: Rate };
type Trial<T> = { readonly previous: T; readonly before: Rate; end(): void };

/**
 * Watches what takes the place of another, until it fails or its time is over. The other is kept for so long. One that comes
 * while one is watched is compared with the last that has proven itself.
 */
export function trials<T extends Tried>(limits: RollbackLimits, timers: Timers, onFailed: (failed: Failed<T>) => void) {
  let trial: Trial<T> | undefined;

  function end(): void {
    trial?.end();
    trial = undefined;
  }

  return {
    begin({ answered }: T, live: T): void {
      const { previous, before } = trial ?? { previous: live, before: live.answered.lately() };
      end();
      const over = new AbortController();
      answered.hear(() => {
        const after = answered.lately();
        if (!failsMore(after, before, limits)) return;
        end();
        onFailed({ previous, after, before });
      });
      trial = {
        previous,
        before,
        end() {
          over.abort();
          answered.hear(undefined);
        },
      };
      void timers.pause(limits.within, over.signal).then(() => over.signal.aborted || end());
    },
    end,
  };
}
