import type { Context } from '../context';
import type { CartRow } from '../data/carts.repository';
import { refuse } from '../errors';
import { openCart } from './openCart';
import { type CartAnswer, type CartChange, settleCart } from './settleCart';

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
    context.loaders.pricedCartOfCart.prime(saved, priced);
    return { cart: saved, warnings };
  }
  throw refuse('ILLEGAL_STATE', 'This cart is being changed from too many places at once. Try again.', ['cartId']);
}
