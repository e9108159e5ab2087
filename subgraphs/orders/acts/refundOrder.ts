import { OrderRefunded } from '../../../platform/contracts/orders';
import type { Transaction } from '../context';
import { eventLinesOf, factOf } from './facts';
import { advance, touch } from './orderUpdates';

/** A refund of all that was paid ends the order; a partial one leaves it where it is. */
export async function refundOrder(tx: Transaction, orderId: string, full: boolean): Promise<void> {
  const before = await tx.repositories.orders.lock(orderId);
  if (!before || before.status === 'PENDING_PAYMENT') throw new Error(`The order ${orderId} is not paid yet.`);
  const refunded = full ? await advance(tx, orderId, { event: 'refund', kinds: ['PAYMENT', 'ORDER'] }) : null;
  if (!refunded) return void (await touch(tx, orderId, 'PAYMENT'));
  const restock = before.status === 'PAID';
  tx.publish(OrderRefunded, { ...factOf(refunded), lines: await eventLinesOf(tx, orderId), restock });
}
