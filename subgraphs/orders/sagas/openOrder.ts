import { OrderPlaced } from '../../../platform/contracts/orders';
import { announcement } from '../../../platform/events/event';
import { eventLine, factOf } from '../acts/facts';
import type { Context } from '../context';
import type { NewOrder } from '../data/orders.repository';
import { orderMachine } from '../domain/order.machine';
import { orderNumber } from '../domain/orderDraft';
import { orderTopic } from '../topics';
import type { Placement, Priced } from '../domain/placement';

const newOrder = (state: Placement & Priced, number: string, placedAt: Date): NewOrder => ({
  id: state.orderId,
  number,
  cartId: state.cartId,
  buyerId: state.buyerId,
  status: orderMachine.initial,
  currencyCode: state.currencyCode,
  subtotalMinor: state.totals.subtotal,
  discountMinor: state.totals.discount,
  taxMinor: state.totals.tax,
  shippingMinor: state.totals.shipping,
  totalMinor: state.totals.total,
  taxBasisPoints: state.taxBasisPoints,
  discounts: [...state.discounts],
  couponCode: state.couponCode,
  shippingAddress: state.address,
  shippingServiceId: state.shippingServiceId,
  weightGrams: state.weightGrams,
  note: state.note,
  placedAt,
  payBy: new Date(state.payBy),
  lastUpdate: 1,
});

/** The step after which there is an order. Run again, it finds the order there and leaves it. */
export async function openOrder(context: Context, state: Placement & Priced): Promise<void> {
  const number = orderNumber(await context.repositories.orders.nextNumber());
  const lines = state.lines.map((line, position) => ({
    ...line,
    id: context.newId('oln'),
    orderId: state.orderId,
    position,
  }));
  const order = newOrder(state, number, context.now());
  const { currencyCode, totalMinor } = order;
  const placed = { ...factOf(order), currencyCode, totalMinor, lines: lines.map(eventLine) };
  const birth = { id: order.id, state: order.status, publishes: [announcement(OrderPlaced, placed)] };
  await context.atOnce(async (tx) => {
    const opened = await tx.open(birth, (beside) => tx.repositories.orders.insert(order, lines, beside));
    if (opened) tx.wake(orderTopic(order.id));
  });
}
