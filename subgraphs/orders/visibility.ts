import { isUser, maySee } from '../../platform/identity/identity';
import { inputId } from '../../platform/kernel/input';
import type { Context } from './context';
import type { CartRow } from './data/carts.repository';
import type { OrderRow } from './data/orders.repository';
import { refuse } from './errors';

type Caller = Pick<Context, 'identity'>;

/** A guest's cart is whoever's who knows its id; any other is its buyer's. */
export const mayUseCart = ({ identity }: Caller, { buyerId }: CartRow): boolean =>
  buyerId === null || isUser(identity, buyerId) || identity.kind === 'service';

/** A cart that the caller may use; null when there is none. */
export async function visibleCart(context: Context, id: string): Promise<CartRow | null> {
  const cart = await context.loaders.cartById.load(id);
  return cart && mayUseCart(context, cart) ? cart : null;
}

/** An order is for the eyes of its buyer and of the staff. */
export const seesOrder = ({ identity }: Caller, { buyerId }: Pick<OrderRow, 'buyerId'>): boolean =>
  maySee(identity, buyerId, 'orders:read');

/** An order that the caller may know of; null when there is none. */
export async function visibleOrder(context: Context, id: string): Promise<OrderRow | null> {
  const order = await context.loaders.orderById.load(id);
  return order && seesOrder(context, order) ? order : null;
}

/** The order that a mutation names. @throws Refusal INVALID_INPUT, NOT_FOUND when it is not for the caller's eyes, too */
export async function namedOrder(context: Context, id: string): Promise<OrderRow> {
  inputId('ord', id, 'orderId');
  const [order] = await context.repositories.orders.byIds([id]);
  if (!order || !seesOrder(context, order)) throw refuse('NOT_FOUND', 'There is no such order.', ['orderId']);
  return order;
}
