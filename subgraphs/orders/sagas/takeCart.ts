import { toDecimal } from '../../../platform/kernel/money';
import { openCart } from '../acts/openCart';
import { priceCarts } from '../acts/priceCarts';
import { type PricedShipping, priceShipping } from '../calls/logistics';
import type { Context } from '../context';
import type { CartRow } from '../data/carts.repository';
import { MAX_CART_VALUE } from '../domain/cart';
import { shortage, type Warning, weightOf } from '../domain/offers';
import { draftOrder } from '../domain/orderDraft';
import type { PricedCart } from '../domain/pricedCart';
import { refuse } from '../errors';
import { TIME_TO_PAY } from '../settings';
import type { Placement, Priced } from '../domain/placement';

const cartProblem = (code: 'ILLEGAL_STATE' | 'OUT_OF_STOCK' | 'INVALID_INPUT', message: string) =>
  refuse(code, message, ['cartId']);

function checkOrderable(cart: CartRow, priced: PricedCart): void {
  if (cart.lines.length === 0) throw cartProblem('ILLEGAL_STATE', 'The cart is empty.');
  if (priced.lines.length < cart.lines.length) {
    throw cartProblem('OUT_OF_STOCK', 'Something in the cart is no longer for sale. Take it out to order the rest.');
  }
  const short = shortage(priced.lines);
  if (short) throw cartProblem('OUT_OF_STOCK', short);
  if (priced.subtotal.minor > MAX_CART_VALUE)
    throw cartProblem('INVALID_INPUT', 'The cart is worth more than one order can be.');
  const coupon = priced.warnings.find(({ code }) => code === 'COUPON_REMOVED');
  if (coupon) throw cartProblem('ILLEGAL_STATE', `${coupon.message} Take it off the cart, or use another.`);
}

function shippingWarnings({ price, quotedPrice }: PricedShipping): Warning[] {
  if (price.minor === quotedPrice.minor) return [];
  const now = `${toDecimal(price)} ${price.currency}`;
  return [
    { code: 'SHIPPING_PRICE_CHANGED', message: `Shipping now costs ${now} instead of ${toDecimal(quotedPrice)}.` },
  ];
}

async function priceForOrder(context: Context, placement: Placement, cart: CartRow): Promise<Priced> {
  const { address, shippingQuoteId } = placement;
  const [priced] = (await priceCarts(context, [cart])) as [PricedCart];
  checkOrderable(cart, priced);
  const weightGrams = weightOf(priced.lines);
  const { currencyCode } = cart;
  const [shipping, taxBasisPoints] = await Promise.all([
    priceShipping(context, { quoteId: shippingQuoteId, destination: address, weightGrams, currencyCode }),
    context.repositories.taxRates.rateFor(address.countryCode, address.region),
  ]);
  return {
    ...draftOrder(priced, shipping.price, taxBasisPoints),
    couponCode: cart.couponCode,
    shippingServiceId: shipping.serviceId,
    weightGrams,
    payBy: new Date(context.now().getTime() + TIME_TO_PAY).toISOString(),
    warnings: [...priced.warnings, ...shippingWarnings(shipping)],
    cartBuyerId: cart.buyerId,
  };
}

/**
 * Prices a cart anew and takes it for the order, both at once: of several orders of one cart, one gets it. What it was priced
 * at stays with it: run again, this answers the same.
 */
export async function takeCart(context: Context, placement: Placement): Promise<Priced> {
  const cart = await openCart(context, placement.cartId, placement.orderId);
  if (cart.priced) return cart.priced;
  const priced = await priceForOrder(context, placement, cart);
  if (await context.repositories.carts.claim(cart, placement, priced)) return priced;
  const taken = await openCart(context, placement.cartId, placement.orderId);
  if (taken.priced) return taken.priced;
  throw cartProblem('ILLEGAL_STATE', 'The cart was changed or ordered in the meantime. Look at it again.');
}

export const giveCartBack = (context: Context, { cartId, orderId }: Placement) =>
  context.repositories.carts.release(cartId, orderId);
