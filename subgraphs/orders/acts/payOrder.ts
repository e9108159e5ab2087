import { OrderPaid } from '../../../platform/contracts/orders';
import type { Transaction } from '../context';
import type { OrderRow } from '../data/orders.repository';
import { eventLinesOf, factOf } from './facts';
import { advance, touch } from './orderUpdates';

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
export async function payOrder(tx: Transaction, orderId: string, paymentId: string): Promise<void> {
  const paid = await advance(tx, orderId, { event: 'pay', kinds: ['PAYMENT', 'ORDER'] });
  if (paid) await publishPaid(tx, paid, paymentId);
  else await touch(tx, orderId, 'PAYMENT');
}
