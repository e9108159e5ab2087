import { MINUTE } from '../../platform/kernel/clock';
import { Refusal } from '../../platform/kernel/errors';
import type { Job } from '../../platform/workflows/jobs';
import { completeOrder } from './acts/completeOrder';
import type { Context } from './context';
import { cancelOrder } from './sagas/cancelOrder';
import { CART_LIFE, TIME_TO_OBJECT } from './settings';

// As many as one run takes on; the next run goes on.
const BATCH = 200;
const AT_ONCE = 4;

const before = (context: Context, milliseconds: number) => new Date(context.now().getTime() - milliseconds);

async function expire(context: Context, orderId: string, hasCoupon: boolean): Promise<void> {
  const cancellation = { orderId, hasCoupon, expired: true, reason: 'It was not paid in time.' };
  // A saga that failed answers so for good: each attempt is a new one, but not a new one at every look.
  const attempt = Math.floor(context.now().getTime() / (5 * MINUTE));
  try {
    await context.run(cancelOrder, `${orderId}/expire-${attempt}`, cancellation);
  } catch (error) {
    // It was paid in the last moment, which is no matter; anything else is tried again by the next run.
    if (!(error instanceof Refusal))
      context.log.error({ err: error, orderId }, 'an unpaid order could not be cancelled');
  }
}

export const expireUnpaidOrders: Job = {
  name: 'orders.expire-unpaid-orders',
  description: 'Cancels orders whose time to pay has passed.',
  schedule: '*/20 * * * * *',
  async run(context: Context) {
    const due = await context.repositories.orders.unpaid(context.now(), BATCH);
    for (let at = 0; at < due.length; at += AT_ONCE) {
      await Promise.all(
        due.slice(at, at + AT_ONCE).map(({ id, couponCode }) => expire(context, id, couponCode !== null)),
      );
    }
  },
};

export const confirmReceipt: Job = {
  name: 'orders.confirm-receipt',
  description: 'Confirms the receipt of orders that were delivered a week ago and that nobody has objected to.',
  schedule: '0 */10 * * * *',
  async run(context: Context) {
    const due = await context.repositories.orders.unconfirmed(before(context, TIME_TO_OBJECT), BATCH);
    for (const { id } of due) await completeOrder(context, id, 'The time to object has passed.');
  },
};

export const purgeAbandonedCarts: Job = {
  name: 'orders.purge-abandoned-carts',
  description: 'Deletes carts that were never ordered and that nobody has touched for two months.',
  schedule: '0 30 3 * * *',
  async run(context: Context) {
    while ((await context.repositories.carts.purge(before(context, CART_LIFE), BATCH)) === BATCH);
  },
};
