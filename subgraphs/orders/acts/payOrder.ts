import { OrderPaid } from '../../../platform/contracts/orders';
import { announcement } from '../../../platform/events/event';
import type { Transaction } from '../context';
import type { OrderRow } from '../data/orders.repository';
import { eventLinesOf, factOf } from './facts';
import { advance } from './orderUpdates';

const paid = async (tx: Transaction, order: OrderRow, paymentId: string) =>
  announcement(OrderPaid, {
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

/**
 * Marks an order as paid. What its event tells never changes, so it is read before.
 * @throws Error when the payment has succeeded before its order was opened: the event comes again
 */
export async function payOrder(tx: Transaction, orderId: string, paymentId: string): Promise<void> {
  const [order] = await tx.repositories.orders.byIds([orderId]);
  if (!order) throw new Error(`There is no order ${orderId} yet.`);
  const publishes = [await paid(tx, order, paymentId)];
  await advance(tx, orderId, { event: 'pay', kinds: ['PAYMENT', 'ORDER'], publishes, otherwise: 'PAYMENT' });
}
