import { randomBytes } from 'node:crypto';
import { ShipmentDispatched } from '../../../platform/contracts/logistics';
import { invalid } from '../../../platform/kernel/input';
import type { Transaction } from '../context';
import type { ShipmentRow } from '../data/shipments.repository';
import { shipments } from '../data/tables';
import { deliveryEstimate } from '../domain/journey';
import { shipmentMachine } from '../domain/shipment.machine';
import { trackingNumber as makeNumber } from '../domain/trackingNumber';
import { refuse } from '../errors';

const newTrackingNumber = () => makeNumber(BigInt(`0x${randomBytes(16).toString('hex')}`));

async function checkCourier({ repositories }: Transaction, courierId: string, carrierId: string): Promise<void> {
  const [courier] = await repositories.carriers.couriersByIds([courierId]);
  if (!courier) throw refuse('NOT_FOUND', 'There is no such courier.', ['courierId']);
  if (courier.carrierId !== carrierId) throw invalid('The courier drives for another carrier.', 'courierId');
}

/**
 * Hands a shipment to its carrier, under a number by which it can be followed.
 * @throws Refusal NOT_FOUND, INVALID_INPUT, ILLEGAL_STATE
 */
export async function dispatchShipment(
  tx: Transaction,
  shipment: ShipmentRow,
  courierId: string | null,
): Promise<void> {
  const { id, orderId } = shipment;
  if (courierId !== null) await checkCourier(tx, courierId, shipment.carrierId);
  const [service] = await tx.repositories.services.byIds([shipment.serviceId]);
  const dispatchedAt = tx.now();
  const trackingNumber = newTrackingNumber();
  const estimatedDeliveryAt = deliveryEstimate(dispatchedAt, service?.maxDays ?? 0);
  const set = { courierId, trackingNumber, dispatchedAt, estimatedDeliveryAt };
  const dispatched = await tx.transition({ machine: shipmentMachine, table: shipments, id, event: 'dispatch', set });
  if (!dispatched)
    throw refuse('ILLEGAL_STATE', 'Only a shipment that waits at the warehouse can be dispatched.', ['shipmentId']);
  const description = `Handed to ${shipment.carrier.name}.`;
  await tx.repositories.scans.insert({
    shipmentId: id,
    status: 'DISPATCHED',
    occurredAt: dispatchedAt,
    description,
    location: null,
  });
  tx.publish(ShipmentDispatched, { shipmentId: id, orderId, trackingNumber });
}
