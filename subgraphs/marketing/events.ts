import type { Handlers } from '../../platform/subgraph/definition';
import { issueAutomatically } from './acts/issueCoupon';
import { notify } from './acts/notify';
import type { Transaction } from './context';
import type { repositories } from './repositories';
import type { Message } from './domain/messages';

type OrderFact = { orderId: string; buyerId: string };

const tellBuyer = (tx: Transaction, { orderId, buyerId }: OrderFact, message: Message) =>
  notify(tx, { userId: buyerId, subjectId: orderId, orderId }, message);

/** What marketing does when it hears of something. */
export const handlers: Handlers<typeof repositories> = {
  'users.user-signed-up.v1': async (tx, { userId, displayName }) => {
    await issueAutomatically(tx, userId);
    await notify(tx, { userId, subjectId: userId }, { kind: 'WELCOME', displayName });
  },
  'orders.order-placed.v1': (tx, order) =>
    tellBuyer(tx, order, {
      kind: 'ORDER_PLACED',
      number: order.number,
      total: { minor: order.totalMinor, currency: order.currencyCode },
    }),
  'orders.order-paid.v1': (tx, order) =>
    tellBuyer(tx, order, {
      kind: 'ORDER_PAID',
      number: order.number,
      total: { minor: order.totalMinor, currency: order.currencyCode },
    }),
  'orders.order-shipped.v1': (tx, order) =>
    tellBuyer(tx, order, { kind: 'ORDER_SHIPPED', number: order.number, trackingNumber: order.trackingNumber }),
  'orders.order-delivered.v1': (tx, order) => tellBuyer(tx, order, { kind: 'ORDER_DELIVERED', number: order.number }),
  'orders.order-cancelled.v1': (tx, order) => tellBuyer(tx, order, { kind: 'ORDER_CANCELLED', number: order.number }),
  'orders.order-refunded.v1': (tx, order) => tellBuyer(tx, order, { kind: 'ORDER_REFUNDED', number: order.number }),
  'payments.refund-succeeded.v1': (tx, { refundId, orderId, buyerId, amountMinor, currencyCode }) =>
    notify(
      tx,
      { userId: buyerId, subjectId: refundId, orderId },
      { kind: 'REFUND_SUCCEEDED', amount: { minor: amountMinor, currency: currencyCode } },
    ),
};
