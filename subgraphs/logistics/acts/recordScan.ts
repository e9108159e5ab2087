import { ShipmentScanned } from '../../../platform/contracts/logistics';
import type { Transaction } from '../context';
import type { ShipmentRow } from '../data/shipments.repository';
import { shipments } from '../data/tables';
import { SCAN_EVENTS, shipmentMachine, type ShipmentStatus } from '../domain/shipment.machine';
import { refuse } from '../errors';
import { shipmentTopic } from '../topics';

export type Scan = { status: ShipmentStatus; description: string; location: string | null; occurredAt: Date };

/**
 * Records a carrier's scan and moves the shipment; a scan that is recorded already changes nothing. Scans of one shipment
 * wait for each other from the start: its foreign key would have each hold the row that the other is to change.
 * @throws Refusal ILLEGAL_STATE when the shipment would go back
 */
export async function recordScan(tx: Transaction, shipment: ShipmentRow, scan: Scan): Promise<void> {
  const event = SCAN_EVENTS[scan.status];
  const { id, orderId, trackingNumber } = shipment;
  const backwards = () =>
    refuse('ILLEGAL_STATE', `A shipment that has come further cannot be ${scan.status} again.`, ['status']);
  if (event === null || trackingNumber === null) throw backwards();
  await tx.repositories.shipments.lock(id);
  if (!(await tx.repositories.scans.insert({ ...scan, shipmentId: id }))) return;
  const set = scan.status === 'DELIVERED' ? { deliveredAt: scan.occurredAt } : {};
  const moved = await tx.transition({
    machine: shipmentMachine,
    table: shipments,
    id,
    event,
    reason: scan.description,
    set,
  });
  if (!moved) throw backwards();
  const { occurredAt, ...told } = scan;
  tx.publish(ShipmentScanned, {
    shipmentId: id,
    orderId,
    trackingNumber,
    ...told,
    scannedAt: occurredAt.toISOString(),
  });
  tx.wake(shipmentTopic(trackingNumber));
}
