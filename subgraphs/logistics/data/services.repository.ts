import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { isAnyOf } from '../../../platform/data/statements';
import { services } from './tables';

export type ServiceRow = typeof services.$inferSelect;

const prepareByIds = (db: Db) =>
  db.select().from(services).where(isAnyOf(services.id, 'ids')).prepare('logistics_services_by_ids');

export const servicesRepository = (db: Db) => ({
  byIds: (ids: readonly string[]): Promise<ServiceRow[]> => prepareByIds(db).execute({ ids: [...ids] }),
  /** Those that are still offered. */
  ofCarriers: (carrierIds: readonly string[]): Promise<ServiceRow[]> =>
    db
      .select()
      .from(services)
      .where(and(eq(services.active, true), inArray(services.carrierId, [...carrierIds])))
      .orderBy(asc(services.maxDays), asc(services.minDays), asc(services.id)),
  /** The shop's oldest service that is still offered. */
  async oldest(): Promise<ServiceRow | null> {
    return (
      (await db.select().from(services).where(eq(services.active, true)).orderBy(asc(services.id)).limit(1))[0] ?? null
    );
  },
  /** Null when the carrier has another service with the code. */
  async insert(service: Omit<ServiceRow, 'tenantId'>): Promise<ServiceRow | null> {
    return (await db.insert(services).values(service).onConflictDoNothing().returning())[0] ?? null;
  },
  async setActive(id: string, active: boolean): Promise<ServiceRow | null> {
    return (await db.update(services).set({ active }).where(eq(services.id, id)).returning())[0] ?? null;
  },
});
