import { saga, step } from '../../../platform/workflows/saga';
import { releaseStock, reserveStock } from '../calls/catalog';
import { redeemCoupon, returnCoupon } from '../calls/marketing';
import { cancelPayment, createPayment } from '../calls/payments';
import type { Context } from '../context';
import { RESERVATION_GRACE } from '../settings';
import { openOrder } from './openOrder';
import type { Placement, Priced } from '../domain/placement';
import { giveCartBack, takeCart } from './takeCart';

type State = Placement & Priced;

const reserve = (context: Context, { orderId, lines, payBy }: State) =>
  reserveStock(context, {
    orderId,
    lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    expiresAt: new Date(Date.parse(payBy) + RESERVATION_GRACE).toISOString(),
  });

async function redeem(context: Context, { orderId, buyerId, couponCode }: State): Promise<void> {
  if (couponCode !== null) await redeemCoupon(context, { orderId, userId: buyerId, code: couponCode });
}

async function giveCouponBack(context: Context, { orderId, couponCode }: State): Promise<void> {
  if (couponCode !== null) await returnCoupon(context, orderId);
}

const pay = (context: Context, { orderId, buyerId, totals, currencyCode, paymentMethod, payBy }: State) =>
  createPayment(context, {
    orderId,
    buyerId,
    amount: { minor: totals.total, currency: currencyCode },
    method: paymentMethod,
    expiresAt: payBy,
  });

async function giveUpPayment(context: Context, { orderId, sagaId }: State & { sagaId: string }): Promise<void> {
  const done = await cancelPayment(context, { orderId, expired: false, reason: 'The order could not be opened.' });
  // Only a payment of nothing succeeds before its order is there: there is nothing to pay back.
  if (!done) context.log.error({ orderId, saga: sagaId }, 'an order that could not be opened is paid');
}

/** What came of a cart that a process had taken before it died; null when it had not come to an order yet. */
async function orderOpened(context: Context, { orderId, cartId }: Placement): Promise<Priced | null> {
  const [order] = await context.repositories.orders.byIds([orderId]);
  const [cart] = order ? await context.repositories.carts.byIds([cartId]) : [];
  return cart?.priced ?? null;
}

const steps = [
  step('take the cart', takeCart, { undo: giveCartBack }),
  step('reserve stock', reserve, { undo: (context: Context, { orderId }) => releaseStock(context, orderId) }),
  step('redeem coupon', redeem, { undo: giveCouponBack }),
  step('create payment', pay, { undo: giveUpPayment }),
  step('open order', openOrder, { final: true }),
];

/** A cart becomes an order. Until the last step nothing is final, and whatever fails leaves nothing behind. */
export const placeOrder = saga<Placement, Priced>('orders.place-order', steps, { ended: orderOpened });
