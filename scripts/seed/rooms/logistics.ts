import type { SeedNetwork, SeedScan, SeedShipment } from '../../../subgraphs/logistics/data/seed';
import type { Order } from '../make/orders';
import { randomOf, type Random } from '../random';
import { addressOf, isWholeRefund } from './orders';

function scansOf({ time, buyer }: Order): SeedScan[] {
  const { city } = buyer.home;
  const scan = (status: SeedScan['status'], at: Date | null, description: string, location: string | null) =>
    at ? [{ status, at, description, location }] : [];
  return [
    ...scan('IN_TRANSIT', time.inTransitAt, 'On its way to the delivery depot.', null),
    ...scan('OUT_FOR_DELIVERY', time.outForDeliveryAt, 'Loaded on the delivery vehicle.', city),
    ...scan('DELIVERED', time.deliveredAt, 'Delivered.', city),
    ...scan('RETURNED', time.returnedAt, 'Nobody was met; it goes back to the sender.', city),
  ];
}

function dispatchOf(random: Random, order: Order, couriers: SeedNetwork['couriers'], staff: string) {
  const { carrier } = order.parcel;
  const at = order.time.dispatchedAt;
  if (!at) return null;
  const { id } = random.pick(couriers.filter(({ carrierId }) => carrierId === carrier.id));
  const entropy = BigInt(`0x${Buffer.from(random.bytes(16)).toString('hex')}`);
  return { at, by: staff, courierId: id, carrierName: carrier.name, entropy };
}

/** The logistics' part of an order; none before it is paid. @param staff who hands parcels to carriers */
export function toShipment(order: Order, { couriers }: SeedNetwork, staff: string): SeedShipment | undefined {
  const { shipmentId, id, buyer, parcel, time } = order;
  if (!time.paidAt) return undefined;
  const isRecalled = isWholeRefund(order) && !time.dispatchedAt;
  return {
    ...addressOf(buyer.home),
    id: shipmentId,
    orderId: id,
    buyerId: buyer.id,
    carrierId: parcel.carrier.id,
    serviceId: parcel.service.id,
    weightGrams: parcel.weightGrams,
    createdAt: time.paidAt,
    maxDays: parcel.service.maxDays,
    dispatch: dispatchOf(randomOf(`${shipmentId}/parcel`), order, couriers, staff),
    scans: scansOf(order),
    recalledAt: isRecalled ? (time.refund?.settledAt ?? null) : null,
  };
}
