import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { Area } from '../domain/zones';
import { zoneAreas, zones } from './tables';

export type ZoneRow = typeof zones.$inferSelect;
export type ZoneAreaRow = typeof zoneAreas.$inferSelect;

export const zonesRepository = (db: Db) => ({
  all: (): Promise<ZoneRow[]> => db.select().from(zones).orderBy(asc(zones.code)),
  async exists(code: string): Promise<boolean> {
    return (await db.select({ code: zones.code }).from(zones).where(eq(zones.code, code))).length > 0;
  },
  areasOfZones: (codes: readonly string[]): Promise<ZoneAreaRow[]> =>
    db
      .select()
      .from(zoneAreas)
      .where(inArray(zoneAreas.zoneCode, [...codes]))
      .orderBy(asc(zoneAreas.countryCode), asc(zoneAreas.postalPrefix)),
  async set({ code, name }: Omit<ZoneRow, 'tenantId'>): Promise<ZoneRow> {
    const change = { target: [zones.tenantId, zones.code], set: { name } };
    return (await db.insert(zones).values({ code, name }).onConflictDoUpdate(change).returning())[0] as ZoneRow;
  },
  /** A place that another zone had moves. Keys are taken in one order, so that two who set zones do not block each other. */
  async setAreas(zoneCode: string, areas: readonly Area[]): Promise<void> {
    const keyOf = (area: Area) => `${area.countryCode} ${area.postalPrefix}`;
    const rows = areas.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map((area) => ({ ...area, zoneCode }));
    await db
      .insert(zoneAreas)
      .values(rows)
      .onConflictDoUpdate({
        target: [zoneAreas.tenantId, zoneAreas.countryCode, zoneAreas.postalPrefix],
        set: { zoneCode },
      });
    const kept = sql.join(
      rows.map((row) => sql`(${row.countryCode}, ${row.postalPrefix})`),
      sql`, `,
    );
    const left = sql`(${zoneAreas.countryCode}, ${zoneAreas.postalPrefix}) not in (${kept})`;
    await db.delete(zoneAreas).where(and(eq(zoneAreas.zoneCode, zoneCode), left));
  },
});
