import { type Money, share } from '../../../platform/kernel/money';

/** An order's amounts, in minor units of its one currency: total = subtotal − discount + tax + shipping, always. */
export type Totals = {
  readonly subtotal: number;
  readonly discount: number;
  readonly tax: number;
  readonly shipping: number;
  readonly total: number;
};

/**
 * Divides an amount in proportion to weights, so that the parts add up to it exactly: what rounding down leaves goes, a
 * unit each, to the parts that lost most by it, earlier ones first.
 * Source: the largest remainder method (Hamilton).
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (all === 0n) return weights.map(() => 0);
  const shares = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight);
    return { index, part: Number(product / all), rest: product % all };
  });
  const parts = shares.map(({ part }) => part);
  let left = amount - parts.reduce((sum, part) => sum + part, 0);
  const byLoss = shares.toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1));
  for (const { index } of byLoss) {
    if (left === 0) break;
    parts[index] = (parts[index] as number) + 1;
    left -= 1;
  }
  return parts;
}

/** Takes discounts in turn as long as something is left to take them from: no total falls below zero. */
export function capDiscounts<Discount extends { amount: Money }>(
  discounts: readonly Discount[],
  subtotal: number,
): Discount[] {
  let left = subtotal;
  return discounts.flatMap((discount) => {
    const minor = Math.min(discount.amount.minor, left);
    left -= minor;
    return minor > 0 ? [{ ...discount, amount: { ...discount.amount, minor } }] : [];
  });
}

export type Amounts = {
  readonly currency: string;
  readonly lines: readonly number[];
  readonly discount: number;
  readonly shipping: number;
  /** Hundredths of a percent on the goods after discount; shipping is not taxed. */
  readonly taxBasisPoints: number;
};

/** The tax is computed once, on the whole, half a unit rounded up: taxes of single lines would not add up to it. */
export function totalsOf({ currency, lines, discount, shipping, taxBasisPoints }: Amounts): Totals {
  const subtotal = lines.reduce((sum, line) => sum + line, 0);
  const taken = Math.min(discount, subtotal);
  const tax = share({ minor: subtotal - taken, currency }, taxBasisPoints).minor;
  return { subtotal, discount: taken, tax, shipping, total: subtotal - taken + tax + shipping };
}
