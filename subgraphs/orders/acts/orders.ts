import { OrderCompleted } from '../../../platform/contracts/orders';
import { isUser, may, type Identity } from '../../../platform/identity/identity';
import type { Context, Scope } from '../context';
import type { OrderRow } from '../data/tables';
import { checkId, refuse } from '../errors';
import { factOf } from './facts';
import { advance } from './orderUpdates';

export const maySeeOrder = (identity: Identity, { buyerId }: OrderRow): boolean =>
  isUser(identity, buyerId) || may(identity, 'orders:read');

/** An order that the caller may know of; null when there is none. */
export async function visibleOrder({ identity, loaders }: Context, id: string): Promise<OrderRow | null> {
  const order = await loaders.orders.load(id);
  return order && maySeeOrder(identity, order) ? order : null;
}

/** The order that a mutation names. @throws Refusal INVALID_INPUT, NOT_FOUND */
export async function namedOrder(context: Context, id: string): Promise<OrderRow> {
  checkId('ord', id, 'orderId');
  const [order] = await context.repositories.orders.byIds([id]);
  if (!order || !maySeeOrder(context.identity, order))
    throw refuse('NOT_FOUND', 'There is no such order.', ['orderId']);
  return order;
}

/** @throws Refusal ILLEGAL_STATE */
export function checkCancellable({ status }: OrderRow): void {
  if (status === 'PENDING_PAYMENT') return;
  const message =
    status === 'CANCELLED'
      ? 'This order has been cancelled already.'
      : 'This order has been paid. Ask for a refund instead.';
  throw refuse('ILLEGAL_STATE', message, ['orderId']);
}

/** The buyer has it: said by the buyer, or by the time that has passed. Null when the order is not in that state. */
export const complete = (context: Scope, orderId: string, reason: string): Promise<OrderRow | null> =>
  context.transaction(async (tx) => {
    const order = await advance(tx, orderId, { event: 'confirm', kinds: ['ORDER'], reason });
    if (order) tx.publish(OrderCompleted, factOf(order));
    return order;
  });
