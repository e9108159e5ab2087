import { OrderPaid, type OrderEventLine } from '../../../platform/contracts/orders';
import { announcement } from '../../../platform/events/event';
import type { Transaction } from '../context';
import type { OrderRow } from '../data/orders.repository';
import { factOf } from './facts';
import { advance } from './orderUpdates';

const paid = (order: OrderRow, lines: OrderEventLine[], paymentId: string) =>
  announcement(OrderPaid, {
    ...factOf(order),
    paymentId,
    currencyCode: order.currencyCode,
    totalMinor: order.totalMinor,
    lines,
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
  const told = await tx.repositories.orders.told(orderId);
  if (!told) throw new Error(`There is no order ${orderId} yet.`);
  const publishes = [paid(told.order, told.lines, paymentId)];
  await advance(tx, orderId, { event: 'pay', kinds: ['PAYMENT', 'ORDER'], publishes, otherwise: 'PAYMENT' });
}
