import type { PayloadOf } from '../../../platform/contracts';
import { ShipmentCreated } from '../../../platform/contracts/logistics';
import { announcement } from '../../../platform/events/event';
import type { Transaction } from '../context';
import type { ServiceRow } from '../data/services.repository';
import { deliveryEstimate } from '../domain/journey';
import { shipmentMachine } from '../domain/shipment.machine';

type PaidOrder = PayloadOf<'orders.order-paid.v1'>;

// A paid order must be sent, even when the service it paid for is gone. Where there is none at all the event is tried
// again, until the shop has one.
async function serviceOf({ repositories }: Transaction, serviceId: string): Promise<ServiceRow> {
  const [service] = await repositories.services.byIds([serviceId]);
  const chosen = service ?? (await repositories.services.oldest());
  if (!chosen) throw new Error('The shop has no carrier service that could send a paid order.');
  return chosen;
}

/** Makes the one shipment of a paid order; it is there already when the order was heard of before. */
export async function createShipment(tx: Transaction, { orderId, buyerId, shipping }: PaidOrder): Promise<void> {
  const service = await serviceOf(tx, shipping.serviceId);
  const id = tx.newId('shp');
  const createdAt = tx.now();
  const shipment = {
    ...shipping.address,
    id,
    orderId,
    buyerId,
    status: shipmentMachine.initial,
    serviceId: service.id,
    carrierId: service.carrierId,
    courierId: null,
    trackingNumber: null,
    weightGrams: shipping.weightGrams,
    createdAt,
    dispatchedAt: null,
    deliveredAt: null,
    estimatedDeliveryAt: deliveryEstimate(createdAt, service.maxDays),
  };
  const birth = { id, state: shipment.status, publishes: [announcement(ShipmentCreated, { shipmentId: id, orderId })] };
  await tx.open(birth, (beside) => tx.repositories.shipments.insert(shipment, beside));
}
