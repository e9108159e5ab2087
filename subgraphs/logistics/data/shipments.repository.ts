import { and, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { insertOf } from '../../../platform/data/rows';
import { isAnyOf, lazily } from '../../../platform/data/statements';
import type { PageOf } from '../../../platform/kernel/pages';
import type { ShipmentStatus } from '../domain/shipment.machine';
import type { CarrierRow, CourierRow } from './carriers.repository';
import { carriers, couriers, shipments } from './tables';

type Stored = Omit<typeof shipments.$inferSelect, 'status'> & { status: ShipmentStatus };
export type NewShipment = Omit<Stored, 'tenantId'>;
/** A shipment with who carries it: they are wanted together wherever a shipment is shown. */
export type ShipmentRow = Stored & { carrier: CarrierRow; courier: CourierRow | null };
export type ShipmentQuery = Partial<Record<'status' | 'carrierId' | 'orderId' | 'trackingNumber', string>> & {
  createdFrom?: Date;
  createdTo?: Date;
};

const rows = (db: Db) =>
  db
    .select({ shipment: shipments, carrier: carriers, courier: couriers })
    .from(shipments)
    .innerJoin(carriers, eq(carriers.id, shipments.carrierId))
    .leftJoin(couriers, eq(couriers.id, shipments.courierId));

type Joined = { shipment: typeof shipments.$inferSelect; carrier: CarrierRow; courier: CourierRow | null };
const merge = ({ shipment, carrier, courier }: Joined) => ({ ...shipment, carrier, courier }) as ShipmentRow;

const prepare = (db: Db) => ({
  byIds: lazily(() => rows(db).where(isAnyOf(shipments.id, 'ids')).prepare('logistics_shipments_by_ids')),
  ofOrders: lazily(() => rows(db).where(isAnyOf(shipments.orderId, 'ids')).prepare('logistics_shipments_by_orders')),
  byNumber: lazily(() =>
    rows(db)
      .where(eq(shipments.trackingNumber, sql.placeholder('number')))
      .prepare('logistics_shipment_by_number'),
  ),
});

const matching = ({
  status,
  carrierId,
  orderId,
  trackingNumber,
  createdFrom,
  createdTo,
}: ShipmentQuery): SQL | undefined =>
  and(
    status === undefined ? undefined : eq(shipments.status, status),
    carrierId === undefined ? undefined : eq(shipments.carrierId, carrierId),
    orderId === undefined ? undefined : eq(shipments.orderId, orderId),
    trackingNumber === undefined ? undefined : eq(shipments.trackingNumber, trackingNumber),
    createdFrom && gte(shipments.createdAt, createdFrom),
    createdTo && lt(shipments.createdAt, createdTo),
  );

export const shipmentsRepository = (db: Db) => {
  const prepared = prepare(db);
  return {
    byIds: async (ids: readonly string[]) => (await prepared.byIds().execute({ ids: [...ids] })).map(merge),
    ofOrders: async (ids: readonly string[]) => (await prepared.ofOrders().execute({ ids: [...ids] })).map(merge),
    async byTrackingNumber(number: string): Promise<ShipmentRow | null> {
      return (await prepared.byNumber().execute({ number })).map(merge)[0] ?? null;
    },
    /** Has others that would change the shipment wait for the end of this transaction. */
    async lock(id: string): Promise<void> {
      await db.select({ id: shipments.id }).from(shipments).where(eq(shipments.id, id)).for('update');
    },
    /** Newest first: ids are ordered by time. */
    async page({ limit, after }: PageOf<string>, query: ShipmentQuery): Promise<ShipmentRow[]> {
      const page = rows(db)
        .where(and(matching(query), after === null ? undefined : lt(shipments.id, after)))
        .orderBy(desc(shipments.id))
        .limit(limit + 1);
      return (await page).map(merge);
    },
    count: (query: ShipmentQuery): Promise<number> => db.$count(shipments, matching(query)),
    /**
     * Answers null when the order has its shipment already.
     * @param beside what else is written with it: see `open` of a transaction
     */
    async insert(shipment: NewShipment, beside: SQL): Promise<{ id: string } | null> {
      const opened = await db.execute<{ id: string }>(sql`
        with opened as (${insertOf(shipments, shipment)} on conflict do nothing returning id)
        ${beside}
        select id from opened`);
      return opened.rows[0] ?? null;
    },
  };
};
