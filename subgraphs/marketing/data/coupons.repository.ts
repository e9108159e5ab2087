import { and, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { PageOf } from '../../../platform/kernel/pages';
import type { CouponTerms } from '../domain/coupon';
import { coupons } from './tables';

export type CouponRow = typeof coupons.$inferSelect;
export type CouponListing = { claimableAt: Date | null };

const listed = ({ claimableAt }: CouponListing) =>
  claimableAt
    ? and(eq(coupons.issue, 'CLAIM'), or(isNull(coupons.endsAt), gt(coupons.endsAt, claimableAt)))
    : undefined;

export const couponsRepository = (db: Db) => ({
  async insert(id: string, terms: CouponTerms, createdAt: Date): Promise<CouponRow> {
    const [row] = await db
      .insert(coupons)
      .values({ ...terms, id, createdAt })
      .returning();
    return row as CouponRow;
  },
  byIds: (ids: readonly string[]): Promise<CouponRow[]> =>
    db
      .select()
      .from(coupons)
      .where(inArray(coupons.id, [...ids])),
  /** Newest first. */
  page: (listing: CouponListing, { limit, after }: PageOf<string>): Promise<CouponRow[]> =>
    db
      .select()
      .from(coupons)
      .where(and(listed(listing), after === null ? undefined : lt(coupons.id, after)))
      .orderBy(desc(coupons.id))
      .limit(limit + 1),
  count: (listing: CouponListing): Promise<number> => db.$count(coupons, listed(listing)),
  /** The coupons that a new account gets now, always in the same order, so that two at once do not block each other. */
  async automaticIds(now: Date): Promise<string[]> {
    const running = and(lte(coupons.startsAt, now), or(isNull(coupons.endsAt), gt(coupons.endsAt, now)));
    const rows = await db
      .select({ id: coupons.id })
      .from(coupons)
      .where(and(eq(coupons.issue, 'AUTO'), lt(coupons.claimed, coupons.total), running))
      .orderBy(coupons.id);
    return rows.map((row) => row.id);
  },
  /** Counts exchange codes on their coupon; false when they would be more than its total. */
  async addCodes(id: string, count: number): Promise<boolean> {
    const rows = await db
      .update(coupons)
      .set({ codes: sql`${coupons.codes} + ${count}` })
      .where(and(eq(coupons.id, id), sql`${coupons.total} - ${coupons.codes} >= ${count}`))
      .returning({ id: coupons.id });
    return rows.length > 0;
  },
});
