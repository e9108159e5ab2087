import { OrderCancelled } from '../../../platform/contracts/orders';
import { saga, step } from '../../../platform/workflows/saga';
import { factOf } from '../acts/facts';
import { advance } from '../acts/orderUpdates';
import { releaseStock } from '../calls/catalog';
import { returnCoupon } from '../calls/marketing';
import { cancelPayment } from '../calls/payments';
import type { Context } from '../context';
import type { OrderRow } from '../data/orders.repository';
import { refuse } from '../errors';

/** `expired`: nobody has given the order up, its time to pay has passed. */
export type Cancellation = {
  readonly orderId: string;
  readonly expired: boolean;
  readonly reason: string;
  readonly hasCoupon: boolean;
};

/** Says so at once, where the row tells already; the payment's row has the last word. @throws Refusal ILLEGAL_STATE */
export function checkCancellable({ status }: OrderRow): void {
  if (status === 'PENDING_PAYMENT') return;
  const message =
    status === 'CANCELLED'
      ? 'This order has been cancelled already.'
      : 'This order has been paid. Ask for a refund instead.';
  throw refuse('ILLEGAL_STATE', message, ['orderId']);
}

/** Of paying and cancelling the payment's row lets one through: only then is the rest taken back. */
async function giveUpPayment(context: Context, { orderId, expired, reason }: Cancellation): Promise<void> {
  if (await cancelPayment(context, { orderId, expired, reason })) return;
  throw refuse('ILLEGAL_STATE', 'This order has been paid. Ask for a refund instead.', ['orderId']);
}

async function giveCouponBack(context: Context, { orderId, hasCoupon }: Cancellation): Promise<void> {
  if (hasCoupon) await returnCoupon(context, orderId);
}

async function close(context: Context, { orderId, expired, reason }: Cancellation): Promise<void> {
  await context.transaction(async (tx) => {
    const order = await advance(tx, orderId, { event: expired ? 'expire' : 'cancel', kinds: ['ORDER'], reason });
    if (order) tx.publish(OrderCancelled, { ...factOf(order), reason });
  });
}

/** An order that is not paid is given up, and nothing stays reserved for it. */
export const cancelOrder = saga<Cancellation>('orders.cancel-order', [
  step('give up payment', giveUpPayment, { final: true, untilKnown: true }),
  step('release stock', (context: Context, { orderId }: Cancellation) => releaseStock(context, orderId), {
    final: true,
  }),
  step('give coupon back', giveCouponBack, { final: true }),
  step('close order', close, { final: true }),
]);
