import type { Money } from '../../../platform/kernel/money';
import { lineTotal, type PricedLine } from './offers';
import type { PricedCart } from './pricedCart';
import { allocate, type Totals, totalsOf } from './totals';

/** A line of an order that is about to be opened, with its part of the discounts. */
export type DraftLine = {
  readonly variantId: string;
  readonly productId: string;
  readonly sku: string;
  readonly productName: string;
  readonly variantName: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly discountMinor: number;
};

/** All that an order will hold, priced once: everything after it works with these numbers. */
export type OrderDraft = {
  readonly currencyCode: string;
  readonly lines: readonly DraftLine[];
  readonly discounts: readonly { label: string; minor: number }[];
  readonly taxBasisPoints: number;
  readonly totals: Totals;
};

const draftLine = ({ offer, quantity, unitPrice }: PricedLine, discountMinor: number): DraftLine => ({
  variantId: offer.variantId,
  productId: offer.productId,
  sku: offer.sku,
  productName: offer.productName,
  variantName: offer.variantName,
  quantity,
  unitPriceMinor: unitPrice.minor,
  discountMinor,
});

export function draftOrder(cart: PricedCart, shipping: Money, taxBasisPoints: number): OrderDraft {
  const currency = cart.subtotal.currency;
  const amounts = cart.lines.map(lineTotal);
  const discount = cart.subtotal.minor - cart.total.minor;
  const parts = allocate(discount, amounts);
  return {
    currencyCode: currency,
    lines: cart.lines.map((line, index) => draftLine(line, parts[index] ?? 0)),
    discounts: cart.discounts.map(({ label, amount }) => ({ label, minor: amount.minor })),
    taxBasisPoints,
    totals: totalsOf({ currency, lines: amounts, discount, shipping: shipping.minor, taxBasisPoints }),
  };
}

export const orderNumber = (count: number): string => `A-${count}`;
