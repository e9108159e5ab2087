import { and, asc, between, getTableColumns, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { PageOf } from '../../../platform/kernel/pages';
import { boxAround, type Distance, EARTH_RADIUS_KM, type GeoPoint } from '../domain/geo';
import { pickupPoints } from './tables';

type Stored = typeof pickupPoints.$inferSelect;
/** A point, and how far it lies from where it was looked for. */
export type PickupPointRow = Stored & { distanceKm: number | null };
export type Circle = { center: GeoPoint; radiusKm: number };

/** Haversine over the indexed box that holds the circle. */
function within({ center, radiusKm }: Circle): { distance: SQL<number>; inside: SQL | undefined } {
  const { latitude, longitude } = pickupPoints;
  const box = boxAround(center, radiusKm);
  const distance = sql<number>`${2 * EARTH_RADIUS_KM} * asin(least(1, sqrt(
    power(sin(radians(${latitude} - ${center.latitude}::float8) / 2), 2) + cos(radians(${center.latitude}::float8)) *
    cos(radians(${latitude})) * power(sin(radians(${longitude} - ${center.longitude}::float8) / 2), 2))))`;
  const inBox = and(
    between(latitude, box.south, box.north),
    or(...box.longitudes.map(({ west, east }) => between(longitude, west, east))),
  );
  return { distance, inside: and(inBox, sql`${distance} <= ${radiusKm}::float8`) };
}

export const pickupPointsRepository = (db: Db) => ({
  async byIds(ids: readonly string[]): Promise<PickupPointRow[]> {
    const rows = await db
      .select()
      .from(pickupPoints)
      .where(inArray(pickupPoints.id, [...ids]));
    return rows.map((row) => ({ ...row, distanceKm: null }));
  },
  /** Nearest first. */
  near(circle: Circle, { limit, after }: PageOf<Distance>): Promise<PickupPointRow[]> {
    const { distance, inside } = within(circle);
    const farther = after
      ? sql`(${distance}, ${pickupPoints.id}) > (${after.distanceKm}::float8, ${after.id}::text)`
      : undefined;
    return db
      .select({ ...getTableColumns(pickupPoints), distanceKm: distance.as('distance_km') })
      .from(pickupPoints)
      .where(and(inside, farther))
      .orderBy(sql`distance_km`, asc(pickupPoints.id))
      .limit(limit + 1);
  },
  countNear: (circle: Circle): Promise<number> => db.$count(pickupPoints, within(circle).inside),
  async insert(point: Omit<Stored, 'tenantId'>): Promise<PickupPointRow> {
    const [row] = await db.insert(pickupPoints).values(point).returning();
    return { ...(row as Stored), distanceKm: null };
  },
});
