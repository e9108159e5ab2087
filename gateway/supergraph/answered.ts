/** Requests of the last while, and how many of them failed by our fault. */
export type Rate = { readonly requests: number; readonly failed: number };

/** Counts what became of the requests that one supergraph has answered. */
export type Answered = {
  note(failed: boolean): void;
  /** The last `SLICES` turns, the one under way included. */
  lately(): Rate;
  /** A slice of time is over: the oldest is forgotten. */
  turn(): void;
  /** Has `hear` called after each note; undefined for no longer. */
  hear(hear: (() => void) | undefined): void;
};

export const SLICES = 6;

export function newAnswered(): Answered {
  let now = { requests: 0, failed: 0 };
  let slices = [now];
  let heard: (() => void) | undefined;
  return {
    note(failed) {
      now.requests++;
      if (failed) now.failed++;
      heard?.();
    },
    lately: () => ({
      requests: slices.reduce((sum, { requests }) => sum + requests, 0),
      failed: slices.reduce((sum, { failed }) => sum + failed, 0),
    }),
    turn() {
      now = { requests: 0, failed: 0 };
      slices = [now, ...slices.slice(0, SLICES - 1)];
    },
    hear: (hear) => void (heard = hear),
  };
}
