import type { Money } from '../../../platform/kernel/money';
import { type PricedLine, subtotalOf, type Warning } from './offers';
import { capDiscounts } from './totals';

export type Discount = { readonly label: string; readonly amount: Money };

/** A cart at the prices of now. */
export type PricedCart = {
  readonly lines: readonly PricedLine[];
  readonly subtotal: Money;
  readonly discounts: readonly Discount[];
  readonly total: Money;
  readonly warnings: readonly Warning[];
};

export function pricedCart(
  currency: string,
  lines: readonly PricedLine[],
  discounts: readonly Discount[],
  warnings: readonly Warning[],
): PricedCart {
  const subtotal = subtotalOf(lines);
  const taken = capDiscounts(discounts, subtotal);
  const total = taken.reduce((left, { amount }) => left - amount.minor, subtotal);
  return {
    lines,
    subtotal: { minor: subtotal, currency },
    discounts: taken,
    total: { minor: total, currency },
    warnings,
  };
}

export const couponRemoved = (code: string, why: string): Warning => ({
  code: 'COUPON_REMOVED',
  message: `The coupon ${code} was taken off: ${why}`,
});
