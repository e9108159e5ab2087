import { ShipmentRecalled } from '../../../platform/contracts/logistics';
import type { Transaction } from '../context';
import { shipments } from '../data/tables';
import { shipmentMachine } from '../domain/shipment.machine';

/** Keeps the shipment of a refunded order in the warehouse; one that the carrier has already goes its way. */
export async function recallShipment(tx: Transaction, orderId: string): Promise<void> {
  const [shipment] = await tx.repositories.shipments.ofOrders([orderId]);
  // Events may overtake each other: this one is tried again until that of the payment has made the shipment.
  if (!shipment) throw new Error(`The shipment of the refunded order ${orderId} is not there yet.`);
  const reason = 'The order was refunded before its dispatch.';
  const recalled = await tx.transition({
    machine: shipmentMachine,
    table: shipments,
    id: shipment.id,
    event: 'recall',
    reason,
  });
  if (!recalled) return;
  const scan = {
    shipmentId: shipment.id,
    status: 'RETURNED',
    occurredAt: tx.now(),
    description: reason,
    location: null,
  } as const;
  await tx.repositories.scans.insert(scan);
  tx.publish(ShipmentRecalled, { shipmentId: shipment.id, orderId });
}
