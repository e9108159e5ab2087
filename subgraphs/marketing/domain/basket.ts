import { parseMoney } from '../../../platform/kernel/money';
import type { DiscountLine } from './discounts';

const MAX_QUANTITY = 1_000_000;

type LineDraft = { readonly productId: string; readonly quantity: number; readonly unitPrice: string };

/** What is bought, in minor units; null when it is nothing that can be counted exactly. */
export function parseBasket(lines: readonly LineDraft[], currency: string): DiscountLine[] | null {
  const parsed = lines.flatMap(({ productId, quantity, unitPrice }) => {
    const price = parseMoney(unitPrice, currency);
    const isWhole = typeof price !== 'string' && price.minor >= 0 && quantity >= 1 && quantity <= MAX_QUANTITY;
    return isWhole ? [{ productId, quantity, unitMinor: price.minor }] : [];
  });
  const subtotal = parsed.reduce((sum, line) => sum + line.unitMinor * line.quantity, 0);
  return parsed.length === lines.length && Number.isSafeInteger(subtotal) ? parsed : null;
}
