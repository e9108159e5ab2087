import type { Violation } from '../invariants';
import type { Twice } from '../reckoning/effects';
import type { Lost } from '../reckoning/lost';
import type { Pushes } from '../reckoning/pushes';

/** What one fault has come to. */
export type Row = {
  readonly fault: string;
  /** Operations: all of them, answered, surely without effect, and those of which nobody knew at first. */
  readonly tried: number;
  readonly acknowledged: number;
  readonly failed: number;
  readonly indeterminate: number;
  /** Of which nobody knows in the end either. */
  readonly unreconciled: readonly string[];
  readonly lost: readonly Lost[];
  readonly contradictions: readonly string[];
  readonly violations: readonly Violation[];
  /** Milliseconds from the mending until both gateways take orders again. */
  readonly recoveredIn: number;
  /** Deliveries beyond the first, of events and of webhooks. */
  readonly eventsTwice: number;
  readonly effectsTwice: readonly Twice[];
  readonly pushes: Pushes;
};

/** What must not be, and is: a sentence for each. */
export function problemsOf(row: Row): string[] {
  const { lost, contradictions, violations, effectsTwice, pushes, unreconciled, acknowledged } = row;
  return [
    ...(acknowledged === 0 ? ['nothing was acknowledged: that proves nothing'] : []),
    ...lost.map(({ kind, id, what }) => `acknowledged and lost: ${kind} ${id}: ${what}`),
    ...contradictions.map((each) => `two answers to one key: ${each}`),
    ...violations.map(({ invariant, what, rows }) => `invariant ${invariant}: ${what}: ${JSON.stringify(rows)}`),
    ...effectsTwice.map(({ what, rows }) => `an effect came twice: ${what}: ${JSON.stringify(rows)}`),
    ...pushes.lost.map((each) => `a push was lost: update ${each}`),
    ...pushes.twice.map((each) => `a push came twice: update ${each}`),
    ...unreconciled.map((each) => `nobody knows whether it was done: ${each}`),
  ];
}
