import { type Money, toDecimal } from '../../../platform/kernel/money';
import type { CartLine } from './cart';

/** A variant that is for sale, as the catalogue offers it now. */
export type Offer = {
  readonly variantId: string;
  readonly productId: string;
  readonly sku: string;
  readonly variantName: string;
  readonly productName: string;
  readonly price: Money;
  readonly available: number;
  readonly weightGrams: number;
};
export type Offers = ReadonlyMap<string, Offer>;

/** A line of a cart with what it costs now. */
export type PricedLine = {
  readonly id: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly offer: Offer;
};

/** What was done otherwise than asked, or has changed since the buyer looked. Clients must not break on a new code. */
export type WarningCode =
  'PRICE_CHANGED' | 'QUANTITY_LOWERED' | 'OUT_OF_STOCK' | 'LINE_REMOVED' | 'COUPON_REMOVED' | 'SHIPPING_PRICE_CHANGED';
export type Warning = { readonly code: WarningCode; readonly message: string };

const text = (price: Money) => `${toDecimal(price)} ${price.currency}`;
const nameOf = ({ productName, variantName }: Offer) =>
  variantName === '' || variantName === productName ? productName : `${productName} (${variantName})`;

const removed: Warning = {
  code: 'LINE_REMOVED',
  message: 'Something in the cart is no longer for sale and was taken out.',
};
const outOfStock = (offer: Offer): Warning => ({
  code: 'OUT_OF_STOCK',
  message:
    offer.available > 0 ? `Only ${offer.available} of ${nameOf(offer)} are left.` : `${nameOf(offer)} is out of stock.`,
});
const lowered = (offer: Offer): Warning => ({
  code: 'QUANTITY_LOWERED',
  message: `Only ${offer.available} of ${nameOf(offer)} are left: the quantity was lowered.`,
});

function priceWarning({ seenPrice }: CartLine, offer: Offer): Warning[] {
  if (seenPrice === null || seenPrice === offer.price.minor) return [];
  const before = text({ ...offer.price, minor: seenPrice });
  return [{ code: 'PRICE_CHANGED', message: `${nameOf(offer)} now costs ${text(offer.price)} instead of ${before}.` }];
}

/** Prices lines as they stand. What is no longer for sale is left out; what has changed is said, and nothing is altered. */
export function priceLines(lines: readonly CartLine[], offers: Offers): { lines: PricedLine[]; warnings: Warning[] } {
  const priced: PricedLine[] = [];
  const warnings: Warning[] = [];
  for (const line of lines) {
    const offer = offers.get(line.variantId);
    if (!offer) {
      warnings.push(removed);
      continue;
    }
    priced.push({ id: line.id, quantity: line.quantity, unitPrice: offer.price, offer });
    warnings.push(...priceWarning(line, offer));
    if (offer.available < line.quantity) warnings.push(outOfStock(offer));
  }
  return { lines: priced, warnings };
}

/**
 * Brings lines in step with the catalogue: takes out what is not for sale, lowers a quantity to what is left, and notes the
 * price as seen. A line that is sold out stays as it is, so that the buyer may wait for it or take it out.
 */
export function adjustLines(lines: readonly CartLine[], offers: Offers): { lines: CartLine[]; warnings: Warning[] } {
  const kept: CartLine[] = [];
  const warnings: Warning[] = [];
  for (const line of lines) {
    const offer = offers.get(line.variantId);
    if (!offer) {
      warnings.push(removed);
      continue;
    }
    const isShort = offer.available < line.quantity;
    const quantity = isShort && offer.available > 0 ? offer.available : line.quantity;
    if (isShort) warnings.push(offer.available > 0 ? lowered(offer) : outOfStock(offer));
    warnings.push(...priceWarning(line, offer));
    kept.push({ ...line, quantity, seenPrice: offer.price.minor });
  }
  return { lines: kept, warnings };
}

export const lineTotal = ({ unitPrice, quantity }: PricedLine): number => unitPrice.minor * quantity;
export const subtotalOf = (lines: readonly PricedLine[]): number =>
  lines.reduce((sum, line) => sum + lineTotal(line), 0);

// The most that a GraphQL Int can say.
const HEAVIEST = 2_147_483_647;
export const weightOf = (lines: readonly PricedLine[]): number =>
  Math.min(
    HEAVIEST,
    lines.reduce((sum, line) => sum + line.offer.weightGrams * line.quantity, 0),
  );

/** The first line that there is not enough stock for, as a sentence; null when all can be had. */
export function shortage(lines: readonly PricedLine[]): string | null {
  const short = lines.find((line) => line.offer.available < line.quantity);
  return short ? outOfStock(short.offer).message : null;
}
