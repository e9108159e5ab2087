import { inputId } from '../../../platform/kernel/input';
import type { Scope } from '../context';
import type { CartRow } from '../data/carts.repository';
import { refuse } from '../errors';
import { mayUseCart } from '../visibility';

/**
 * A cart that may still be changed.
 * @param forOrder the order that it is being made into, which may have taken it already
 * @throws Refusal NOT_FOUND, ILLEGAL_STATE
 */
export async function openCart(context: Scope, cartId: string, forOrder: string | null = null): Promise<CartRow> {
  inputId('crt', cartId, 'cartId');
  const [cart] = await context.repositories.carts.byIds([cartId]);
  if (!cart || !mayUseCart(context, cart)) throw refuse('NOT_FOUND', 'There is no such cart.', ['cartId']);
  if (cart.orderId !== null && cart.orderId !== forOrder)
    throw refuse('ILLEGAL_STATE', 'This cart has been ordered. Open a new one.', ['cartId']);
  return cart;
}
