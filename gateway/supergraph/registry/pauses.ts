/** What came of asking the registry: another release, none, no answer, one that must not be served, or it was broken off. */
export type Outcome = 'changed' | 'same' | 'failed' | 'refused' | 'broken_off';

/** Milliseconds between two questions at least, whatever the registry answers. */
const LEAST = 1_000;
const FIRST = 500;
const LONGEST = 30_000;

export type PauseOptions = {
  /** How many questions before this one have failed in a row. */
  readonly troubled: number;
  /** Milliseconds that it took. */
  readonly took: number;
  readonly random: () => number;
};

/** How long to wait until the next question, in milliseconds. */
export function pauseAfter(outcome: Outcome, { troubled, took, random }: PauseOptions): number {
  if (outcome !== 'failed' && outcome !== 'refused') return Math.max(0, LEAST - took);
  // Somewhere between half of it and all of it, so that many gateways do not come back at one moment.
  return (Math.min(LONGEST, FIRST * 2 ** troubled) * (1 + random())) / 2;
}
