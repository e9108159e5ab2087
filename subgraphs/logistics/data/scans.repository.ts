import { asc } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { isAnyOf, lazily } from '../../../platform/data/statements';
import type { ShipmentStatus } from '../domain/shipment.machine';
import { scans } from './tables';

export type ScanRow = Omit<typeof scans.$inferSelect, 'status'> & { status: ShipmentStatus };
export type NewScan = Omit<ScanRow, 'tenantId' | 'position'>;

const prepareOfShipments = (db: Db) =>
  db
    .select()
    .from(scans)
    .where(isAnyOf(scans.shipmentId, 'ids'))
    .orderBy(asc(scans.occurredAt), asc(scans.position))
    .prepare('logistics_scans_by_shipments');

export const scansRepository = (db: Db) => {
  const ofShipments = lazily(() => prepareOfShipments(db));
  return {
    /** Oldest first. */
    ofShipments: (ids: readonly string[]) => ofShipments().execute({ ids: [...ids] }) as Promise<ScanRow[]>,
    /** False when the same scan is there already; waits for whoever is just recording it. */
    async insert(scan: NewScan): Promise<boolean> {
      return (await db.insert(scans).values(scan).onConflictDoNothing().returning({ id: scans.shipmentId })).length > 0;
    },
  };
};
