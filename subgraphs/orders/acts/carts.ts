import { isUser, type Identity } from '../../../platform/identity/identity';
import { quoteDiscounts, type DiscountQuote } from '../calls/marketing';
import { variantOffers } from '../calls/catalog';
import type { Context, Scope } from '../context';
import type { CartRow } from '../data/tables';
import type { CartLineInput } from '../__generated__/resolvers';
import { addLines, MAX_CART_VALUE, type CartLine } from '../domain/cart';
import { adjustLines, priceLines, subtotalOf, type Offers, type PricedLine, type Warning } from '../domain/offers';
import { couponRemoved, pricedCart, type PricedCart } from '../domain/pricedCart';
import { checkId, refuse, refuseLines } from '../errors';

export const mayUseCart = (identity: Identity, { buyerId }: CartRow): boolean =>
  buyerId === null || isUser(identity, buyerId) || identity.kind === 'service';

export const viewerId = ({ identity }: Pick<Scope, 'identity'>): string | null =>
  identity.kind === 'user' ? identity.id : null;

/** A cart that the caller may use; null when there is none. */
export async function visibleCart({ identity, loaders }: Context, id: string): Promise<CartRow | null> {
  const cart = await loaders.carts.load(id);
  return cart && mayUseCart(identity, cart) ? cart : null;
}

type CartContent = { buyerId: string | null; couponCode: string | null; lines: readonly CartLine[] };

const noDiscounts: DiscountQuote = { discounts: [], couponProblem: null };
const noOffers: Offers = new Map();

function quoteFor(
  context: Scope,
  cart: Omit<CartContent, 'lines'>,
  currencyCode: string,
  lines: readonly PricedLine[],
) {
  if (lines.length === 0 && cart.couponCode === null) return noDiscounts;
  const userId = cart.buyerId ?? viewerId(context);
  return quoteDiscounts(context, { userId, couponCode: cart.couponCode, currencyCode, lines });
}

async function priceWith(context: Scope, cart: CartRow, offers: Offers): Promise<PricedCart> {
  const { lines, warnings } = priceLines(cart.lines, offers);
  const { discounts, couponProblem } = await quoteFor(context, cart, cart.currencyCode, lines);
  const lost = couponProblem ? [couponRemoved(cart.couponCode ?? '', couponProblem.message)] : [];
  return pricedCart(cart.currencyCode, lines, discounts, [...warnings, ...lost]);
}

/** Prices carts as they stand: the catalogue is asked once a currency. */
export async function priceCarts(context: Scope, carts: readonly CartRow[]): Promise<PricedCart[]> {
  const currencies = [...new Set(carts.map((cart) => cart.currencyCode))];
  const known = new Map(
    await Promise.all(
      currencies.map(async (currency) => {
        const ids = carts
          .filter((cart) => cart.currencyCode === currency)
          .flatMap((cart) => cart.lines.map((line) => line.variantId));
        return [currency, ids.length > 0 ? await variantOffers(context, ids, currency) : noOffers] as const;
      }),
    ),
  );
  return Promise.all(carts.map((cart) => priceWith(context, cart, known.get(cart.currencyCode) ?? noOffers)));
}

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
async function settleCart(
  context: Scope,
  currency: string,
  content: CartContent,
  change: CartChange,
): Promise<Settled> {
  const ids = content.lines.map((line) => line.variantId);
  const offers = ids.length > 0 ? await variantOffers(context, ids, currency) : noOffers;
  refuseUnsold(change.added ?? [], offers, currency);
  const { lines, warnings } = adjustLines(content.lines, offers);
  const now = priceLines(lines, offers);
  if (subtotalOf(now.lines) > MAX_CART_VALUE)
    throw refuse('INVALID_INPUT', 'This is worth more than one cart can hold.', ['lines']);
  const { discounts, couponProblem } = await quoteFor(context, content, currency, now.lines);
  if (couponProblem && change.applied) throw refuse(couponProblem.code, couponProblem.message, ['code']);
  const lost = couponProblem ? [couponRemoved(content.couponCode ?? '', couponProblem.message)] : [];
  return {
    content: { ...content, lines, couponCode: couponProblem ? null : content.couponCode },
    priced: pricedCart(currency, now.lines, discounts, now.warnings),
    warnings: [...warnings, ...lost],
  };
}

/** @throws Refusal INVALID_INPUT when one of the variants to be added is named by what is no id */
export const checkVariants = (lines: readonly { variantId: string }[]): void =>
  lines.forEach(({ variantId }, index) => checkId('var', variantId, 'lines', String(index), 'variantId'));

export async function createCart(
  context: Context,
  currency: string,
  additions: readonly CartLineInput[],
): Promise<CartAnswer> {
  if (!context.tenant.currencies.includes(currency))
    throw refuse('INVALID_INPUT', `This shop does not sell in ${currency}.`, ['currencyCode']);
  checkVariants(additions);
  const { lines, problems } = addLines([], additions, () => context.newId('cln'));
  refuseLines(problems);
  const buyerId = viewerId(context);
  const { content, priced, warnings } = await settleCart(
    context,
    currency,
    { buyerId, couponCode: null, lines },
    { added: additions },
  );
  const fresh = {
    id: context.newId('crt'),
    buyerId,
    currencyCode: currency,
    lines: content.lines,
    updatedAt: context.now(),
  };
  const cart = await context.repositories.carts.insert(fresh);
  context.loaders.pricedCarts.prime(cart, priced);
  return { cart, warnings };
}

/**
 * A cart that may still be changed.
 * @param forOrder the order that it is being made into, which may have taken it already
 * @throws Refusal NOT_FOUND, ILLEGAL_STATE
 */
export async function openCart(context: Scope, cartId: string, forOrder: string | null = null): Promise<CartRow> {
  checkId('crt', cartId, 'cartId');
  const [cart] = await context.repositories.carts.byIds([cartId]);
  if (!cart || !mayUseCart(context.identity, cart)) throw refuse('NOT_FOUND', 'There is no such cart.', ['cartId']);
  if (cart.orderId !== null && cart.orderId !== forOrder)
    throw refuse('ILLEGAL_STATE', 'This cart has been ordered. Open a new one.', ['cartId']);
  return cart;
}

// Whoever is beaten to it tries again on what the winner left; of so many at once, each has had its turn.
const ATTEMPTS = 20;

/**
 * Changes a cart. Prices are asked for while nothing is locked; what comes of it is written only if the cart is still what
 * was read, else all is done again.
 */
export async function changeCart(
  context: Context,
  cartId: string,
  change: (cart: CartRow) => CartChange,
): Promise<CartAnswer> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const cart = await openCart(context, cartId);
    const wanted = change(cart);
    const { content, priced, warnings } = await settleCart(context, cart.currencyCode, { ...cart, ...wanted }, wanted);
    const { buyerId, couponCode, lines } = content;
    const saved = await context.repositories.carts.replace(cart, {
      buyerId,
      couponCode,
      lines,
      updatedAt: context.now(),
    });
    if (!saved) continue;
    context.loaders.pricedCarts.prime(saved, priced);
    return { cart: saved, warnings };
  }
  throw refuse('ILLEGAL_STATE', 'This cart is being changed from too many places at once. Try again.', ['cartId']);
}
