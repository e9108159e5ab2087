import { OrderCompleted } from '../../../platform/contracts/orders';
import type { Context } from '../context';
import type { OrderRow } from '../data/orders.repository';
import { factOf } from './facts';
import { advance } from './orderUpdates';

/** The buyer has it: said by the buyer, or by the time that has passed. Null when the order is not in that state. */
export const completeOrder = (context: Context, orderId: string, reason: string): Promise<OrderRow | null> =>
  context.transaction(async (tx) => {
    const order = await advance(tx, orderId, { event: 'confirm', kinds: ['ORDER'], reason });
    if (order) tx.publish(OrderCompleted, factOf(order));
    return order;
  });
