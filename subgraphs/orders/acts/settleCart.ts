import { invalid } from '../../../platform/kernel/input';
import type { Scope } from '../context';
import type { CartRow } from '../data/carts.repository';
import { type CartLine, MAX_CART_VALUE } from '../domain/cart';
import { adjustLines, type Offers, priceLines, subtotalOf, type Warning } from '../domain/offers';
import { couponRemoved, pricedCart, type PricedCart } from '../domain/pricedCart';
import { refuse } from '../errors';
import { offersOf, quoteFor } from './priceCarts';

type CartContent = { buyerId: string | null; couponCode: string | null; lines: readonly CartLine[] };

/** What a request makes of a cart. `added` are variants that must be for sale; `applied`: its coupon must hold. */
export type CartChange = Partial<CartContent> & { added?: readonly { variantId: string }[]; applied?: boolean };
export type CartAnswer = { cart: CartRow; warnings: Warning[] };

type Settled = { content: CartContent & { lines: CartLine[] }; priced: PricedCart; warnings: Warning[] };

function refuseUnsold(added: readonly { variantId: string }[], offers: Offers, currency: string): void {
  const index = added.findIndex(({ variantId }) => !offers.has(variantId));
  if (index >= 0)
    throw refuse('NOT_FOUND', `This is not for sale in ${currency}.`, ['lines', String(index), 'variantId']);
}

/** Brings what a cart is to hold in step with the catalogue and the coupons of now. */
export async function settleCart(
  context: Scope,
  currency: string,
  content: CartContent,
  change: CartChange,
): Promise<Settled> {
  const offers = await offersOf(context, content.lines, currency);
  refuseUnsold(change.added ?? [], offers, currency);
  const { lines, warnings } = adjustLines(content.lines, offers);
  const now = priceLines(lines, offers);
  if (subtotalOf(now.lines) > MAX_CART_VALUE) throw invalid('This is worth more than one cart can hold.', 'lines');
  const { discounts, couponProblem } = await quoteFor(context, content, currency, now.lines);
  if (couponProblem && change.applied) throw refuse(couponProblem.code, couponProblem.message, ['code']);
  const lost = couponProblem ? [couponRemoved(content.couponCode ?? '', couponProblem.message)] : [];
  return {
    content: { ...content, lines, couponCode: couponProblem ? null : content.couponCode },
    priced: pricedCart(currency, now.lines, discounts, now.warnings),
    warnings: [...warnings, ...lost],
  };
}
