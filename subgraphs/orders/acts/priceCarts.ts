import { userIdOf } from '../../../platform/identity/identity';
import { variantOffers } from '../calls/catalog';
import { type DiscountQuote, quoteDiscounts } from '../calls/marketing';
import type { Scope } from '../context';
import type { CartRow } from '../data/carts.repository';
import type { CartLine } from '../domain/cart';
import { type Offers, type PricedLine, priceLines } from '../domain/offers';
import { couponRemoved, pricedCart, type PricedCart } from '../domain/pricedCart';

/** What variants are offered at now. */
export const offersOf = (context: Scope, lines: readonly CartLine[], currency: string): Promise<Offers> =>
  variantOffers(
    context,
    lines.map(({ variantId }) => variantId),
    currency,
  );

/** What running promotions and the cart's coupon take off. */
export function quoteFor(
  context: Scope,
  { buyerId, couponCode }: { buyerId: string | null; couponCode: string | null },
  currencyCode: string,
  lines: readonly PricedLine[],
): Promise<DiscountQuote> {
  if (lines.length === 0 && couponCode === null) return Promise.resolve({ discounts: [], couponProblem: null });
  const userId = buyerId ?? userIdOf(context.identity);
  return quoteDiscounts(context, { userId, couponCode, currencyCode, lines });
}

async function priceWith(context: Scope, cart: CartRow, offers: Offers): Promise<PricedCart> {
  const { lines, warnings } = priceLines(cart.lines, offers);
  const { discounts, couponProblem } = await quoteFor(context, cart, cart.currencyCode, lines);
  const lost = couponProblem ? [couponRemoved(cart.couponCode ?? '', couponProblem.message)] : [];
  return pricedCart(cart.currencyCode, lines, discounts, [...warnings, ...lost]);
}

/** What the lines of carts are offered at: the catalogue is asked once a currency. */
async function offersByCurrency(context: Scope, carts: readonly CartRow[]): Promise<ReadonlyMap<string, Offers>> {
  const currencies = [...new Set(carts.map((cart) => cart.currencyCode))];
  const offers = currencies.map(async (currency) => {
    const lines = carts.filter((cart) => cart.currencyCode === currency).flatMap((cart) => cart.lines);
    return [currency, await offersOf(context, lines, currency)] as const;
  });
  return new Map(await Promise.all(offers));
}

/** Prices carts as they stand. */
export async function priceCarts(context: Scope, carts: readonly CartRow[]): Promise<PricedCart[]> {
  const offers = await offersByCurrency(context, carts);
  return Promise.all(carts.map((cart) => priceWith(context, cart, offers.get(cart.currencyCode) ?? new Map())));
}
