import { OrderPaid, OrderRefunded } from '../../../platform/contracts/orders';
import type { PayloadOf } from '../../../platform/contracts';
import type { Transaction } from '../context';
import type { OrderRow } from '../data/tables';
import { eventLinesOf, factOf } from '../acts/facts';
import { advance, tell, touch } from '../acts/orderUpdates';

async function publishPaid(tx: Transaction, order: OrderRow, paymentId: string): Promise<void> {
  tx.publish(OrderPaid, {
    ...factOf(order),
    paymentId,
    currencyCode: order.currencyCode,
    totalMinor: order.totalMinor,
    lines: await eventLinesOf(tx, order.id),
    shipping: {
      address: order.shippingAddress,
      serviceId: order.shippingServiceId,
      priceMinor: order.shippingMinor,
      weightGrams: order.weightGrams,
    },
  });
}

/** A payment may succeed before its order has been opened: then `touch` throws, and the event comes again. */
export async function paymentSucceeded(
  tx: Transaction,
  { orderId, paymentId }: PayloadOf<'payments.payment-succeeded.v1'>,
): Promise<void> {
  const paid = await advance(tx, orderId, { event: 'pay', kinds: ['PAYMENT', 'ORDER'] });
  if (paid) await publishPaid(tx, paid, paymentId);
  else await touch(tx, orderId, 'PAYMENT');
}

/** Declined, expired or given up. The order of a payment that was given up may never have been opened. */
export async function paymentNotMade(tx: Transaction, { orderId }: { orderId: string }): Promise<void> {
  await tell(tx, orderId, 'PAYMENT');
}

/** A refund of all that was paid ends the order; a partial one leaves it where it is. */
export async function refundSucceeded(
  tx: Transaction,
  { orderId, full }: PayloadOf<'payments.refund-succeeded.v1'>,
): Promise<void> {
  const before = await tx.repositories.orders.lock(orderId);
  if (!before || before.status === 'PENDING_PAYMENT') throw new Error(`The order ${orderId} is not paid yet.`);
  const refunded = full ? await advance(tx, orderId, { event: 'refund', kinds: ['PAYMENT', 'ORDER'] }) : null;
  if (!refunded) return void (await touch(tx, orderId, 'PAYMENT'));
  const restock = before.status === 'PAID';
  tx.publish(OrderRefunded, { ...factOf(refunded), lines: await eventLinesOf(tx, orderId), restock });
}
