import {
  countProblems,
  problem,
  type Problem,
  rangeProblems,
  refuseAll,
  textProblems,
} from '../../../platform/kernel/input';
import { MOST_UNITS } from './variant';

export type StockLine = { variantId: string; quantity: number };

/** What each movement adds to a variant's books per unit: on hand = received − sold + returned holds for every one. */
export const MOVEMENTS = {
  reserve: { onHand: 0, reserved: 1, sold: 0, returned: 0 },
  release: { onHand: 0, reserved: -1, sold: 0, returned: 0 },
  /** Sells what was reserved. */
  sell: { onHand: -1, reserved: -1, sold: 1, returned: 0 },
  /** Sells what nobody holds: the order's own reservation had run out. */
  sellAvailable: { onHand: -1, reserved: 0, sold: 1, returned: 0 },
  restock: { onHand: 1, reserved: 0, sold: 0, returned: 1 },
} as const;
export type Movement = keyof typeof MOVEMENTS;

/** Lines of one variant add up to one. */
export function sumLines(lines: readonly StockLine[]): StockLine[] {
  const byVariant = new Map<string, number>();
  for (const { variantId, quantity } of lines) byVariant.set(variantId, (byVariant.get(variantId) ?? 0) + quantity);
  return [...byVariant].map(([variantId, quantity]) => ({ variantId, quantity }));
}

function* linesProblems(lines: readonly StockLine[]): Generator<Problem> {
  yield* countProblems(lines, ['lines'], 1, 100);
  for (const [index, { quantity }] of lines.entries())
    yield* rangeProblems(quantity, ['lines', index, 'quantity'], 1, 999);
}

/** @throws Refusal with everything that is wrong with a request to hold goods */
export function checkReservation(lines: readonly StockLine[], expiresAt: Date, now: Date): void {
  refuseAll([...linesProblems(lines), ...(expiresAt <= now ? [problem(['expiresAt'], 'This is over already.')] : [])]);
}

/** A line that cannot be had; `available` is what its variant has left for it, null when there is no such variant. */
export type Shortage = { index: number; available: number | null };

/** The lines that ask for more than there is, each after what the lines before it have taken of the same variant. */
export function shortages(lines: readonly StockLine[], available: ReadonlyMap<string, number>): Shortage[] {
  const left = new Map(available);
  return lines.flatMap(({ variantId, quantity }, index): Shortage[] => {
    const there = left.get(variantId);
    if (there === undefined) return [{ index, available: null }];
    if (there < quantity) return [{ index, available: there }];
    left.set(variantId, there - quantity);
    return [];
  });
}

/** A variant before and after its stock moved. */
export type Moved = { variantId: string; productId: string; before: number; after: number };

/** Products of which a variant has just sold out, or is available again: only they can come in or out of stock. */
export const turnedProducts = (moved: readonly Moved[]): string[] => [
  ...new Set(moved.filter(({ before, after }) => before > 0 !== after > 0).map(({ productId }) => productId)),
];

export type Adjustment = { delta: number; reason: string; expectedOnHand: number | null };
type Level = { onHand: number; reserved: number };

/** @throws Refusal with everything that is wrong with a correction */
export function checkAdjustment({ delta, reason }: Adjustment): void {
  refuseAll([
    ...rangeProblems(delta, ['delta'], -MOST_UNITS, MOST_UNITS),
    ...(delta === 0 ? [problem(['delta'], 'Nothing would change.')] : []),
    ...textProblems(reason, ['reason'], 500),
  ]);
}

/** Why a correction was not taken by a variant in this state. */
export function whyNotAdjusted({ delta, expectedOnHand }: Adjustment, { onHand, reserved }: Level) {
  if (expectedOnHand !== null && onHand !== expectedOnHand) return 'STALE';
  return onHand + delta < reserved ? 'OUT_OF_STOCK' : 'INVALID_INPUT';
}
