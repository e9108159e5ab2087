import { asc, inArray } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { carriers, couriers } from './tables';

export type CarrierRow = typeof carriers.$inferSelect;
export type CourierRow = typeof couriers.$inferSelect;

export const carriersRepository = (db: Db) => ({
  all: (): Promise<CarrierRow[]> => db.select().from(carriers).orderBy(asc(carriers.name), asc(carriers.id)),
  byIds: (ids: readonly string[]): Promise<CarrierRow[]> =>
    db
      .select()
      .from(carriers)
      .where(inArray(carriers.id, [...ids])),
  /** Null when another carrier has the code. */
  async insert(carrier: Omit<CarrierRow, 'tenantId'>): Promise<CarrierRow | null> {
    return (await db.insert(carriers).values(carrier).onConflictDoNothing().returning())[0] ?? null;
  },
  couriersByIds: (ids: readonly string[]): Promise<CourierRow[]> =>
    db
      .select()
      .from(couriers)
      .where(inArray(couriers.id, [...ids])),
  couriersOfCarriers: (carrierIds: readonly string[]): Promise<CourierRow[]> =>
    db
      .select()
      .from(couriers)
      .where(inArray(couriers.carrierId, [...carrierIds]))
      .orderBy(asc(couriers.name), asc(couriers.id)),
  async insertCourier(courier: Omit<CourierRow, 'tenantId'>): Promise<CourierRow> {
    return (await db.insert(couriers).values(courier).returning())[0] as CourierRow;
  },
});
