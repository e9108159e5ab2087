import { OrderDelivered, OrderShipped } from '../../../platform/contracts/orders';
import type { Transaction } from '../context';
import { shipmentEvents } from '../domain/order.machine';
import { eventLinesOf, factOf } from './facts';
import { advance, touch } from './orderUpdates';

type Parcel = { shipmentId: string; orderId: string; trackingNumber: string };

async function ship(tx: Transaction, { orderId, shipmentId, trackingNumber }: Parcel): Promise<void> {
  const order = await advance(tx, orderId, { event: 'ship', kinds: ['ORDER'] });
  if (order) tx.publish(OrderShipped, { ...factOf(order), shipmentId, trackingNumber });
}

async function deliver(tx: Transaction, { orderId }: Parcel): Promise<void> {
  const order = await advance(tx, orderId, { event: 'deliver', kinds: ['ORDER'], set: { deliveredAt: tx.now() } });
  if (order) tx.publish(OrderDelivered, { ...factOf(order), lines: await eventLinesOf(tx, orderId) });
}

/** Tells of the parcel, and moves the order as far as the news says. */
export async function followParcel(tx: Transaction, parcel: Parcel, news: 'DISPATCHED' | 'DELIVERED'): Promise<void> {
  const { status } = await touch(tx, parcel.orderId, 'SHIPMENT');
  for (const event of shipmentEvents(status, news)) await (event === 'ship' ? ship : deliver)(tx, parcel);
}
