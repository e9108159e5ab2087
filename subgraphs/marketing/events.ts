import type { PayloadOf } from '../../platform/contracts';
import { issueAutomatically } from './acts/issueCoupon';
import { notify } from './acts/notify';
import type { Transaction } from './context';
import type { Message } from './domain/messages';

type OrderFact = { orderId: string; buyerId: string; number: string };
type OrderTotal = OrderFact & { totalMinor: number; currencyCode: string };

const tellBuyer = (tx: Transaction, { orderId, buyerId }: OrderFact, message: Message): Promise<void> =>
  notify(tx, { userId: buyerId, subjectId: orderId, orderId }, message);

/** Tells the buyer of what needs no more than the order's number. */
const telling =
  (kind: 'ORDER_DELIVERED' | 'ORDER_CANCELLED' | 'ORDER_REFUNDED') =>
  (tx: Transaction, order: OrderFact): Promise<void> =>
    tellBuyer(tx, order, { kind, number: order.number });

/** Tells the buyer of what the order comes to. */
const tellingTotal =
  (kind: 'ORDER_PLACED' | 'ORDER_PAID') =>
  (tx: Transaction, order: OrderTotal): Promise<void> => {
    const total = { minor: order.totalMinor, currency: order.currencyCode };
    return tellBuyer(tx, order, { kind, number: order.number, total });
  };

/** A new account gets its coupons and a welcome. */
export async function welcome(
  tx: Transaction,
  { userId, displayName }: PayloadOf<'users.user-signed-up.v1'>,
): Promise<void> {
  await issueAutomatically(tx, userId);
  await notify(tx, { userId, subjectId: userId }, { kind: 'WELCOME', displayName });
}

export const tellPlaced = tellingTotal('ORDER_PLACED');
export const tellPaid = tellingTotal('ORDER_PAID');
export const tellDelivered = telling('ORDER_DELIVERED');
export const tellCancelled = telling('ORDER_CANCELLED');
export const tellRefunded = telling('ORDER_REFUNDED');

export const tellShipped = (tx: Transaction, order: PayloadOf<'orders.order-shipped.v1'>): Promise<void> =>
  tellBuyer(tx, order, { kind: 'ORDER_SHIPPED', number: order.number, trackingNumber: order.trackingNumber });

export const tellRefund = (
  tx: Transaction,
  { refundId, orderId, buyerId, amountMinor, currencyCode }: PayloadOf<'payments.refund-succeeded.v1'>,
): Promise<void> => {
  const amount = { minor: amountMinor, currency: currencyCode };
  return notify(tx, { userId: buyerId, subjectId: refundId, orderId }, { kind: 'REFUND_SUCCEEDED', amount });
};
