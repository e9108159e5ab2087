import { OrderDelivered, OrderShipped } from '../../../platform/contracts/orders';
import type { PayloadOf } from '../../../platform/contracts';
import type { Transaction } from '../context';
import { shipmentEvents } from '../domain/order.machine';
import { eventLinesOf, factOf } from '../acts/facts';
import { advance, touch } from '../acts/orderUpdates';

export async function shipmentCreated(
  tx: Transaction,
  { orderId }: PayloadOf<'logistics.shipment-created.v1'>,
): Promise<void> {
  await touch(tx, orderId, 'SHIPMENT');
}

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
async function follow(tx: Transaction, parcel: Parcel, news: 'DISPATCHED' | 'DELIVERED'): Promise<void> {
  const { status } = await touch(tx, parcel.orderId, 'SHIPMENT');
  for (const event of shipmentEvents(status, news)) await (event === 'ship' ? ship : deliver)(tx, parcel);
}

export const shipmentDispatched = (
  tx: Transaction,
  parcel: PayloadOf<'logistics.shipment-dispatched.v1'>,
): Promise<void> => follow(tx, parcel, 'DISPATCHED');

const ON_ITS_WAY: ReadonlySet<string> = new Set(['DISPATCHED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY']);

export async function shipmentScanned(
  tx: Transaction,
  scan: PayloadOf<'logistics.shipment-scanned.v1'>,
): Promise<void> {
  if (scan.status === 'DELIVERED') return follow(tx, scan, 'DELIVERED');
  if (ON_ITS_WAY.has(scan.status)) return follow(tx, scan, 'DISPATCHED');
  await touch(tx, scan.orderId, 'SHIPMENT');
}
