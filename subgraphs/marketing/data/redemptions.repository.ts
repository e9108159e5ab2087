import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { coupons, redemptions, userCoupons } from './tables';
import { userCouponColumns, type UserCouponRow } from './userCoupons.repository';

export type RedemptionRow = typeof redemptions.$inferSelect;
type NewRedemption = { orderId: string; code: string; userId: string; at: Date };

export const redemptionsRepository = (db: Db) => ({
  /**
   * Opens the order's redemption of a user's own coupon, and reads the coupon: a code alone is worth nothing.
   * @returns null when the user has none with this code. Not `opened` when the order has a redemption, which is then settled:
   * a concurrent one is waited for
   */
  async open({ orderId, code, userId, at }: NewRedemption): Promise<(UserCouponRow & { opened: boolean }) | null> {
    const own = and(eq(userCoupons.code, code), eq(userCoupons.userId, userId));
    const opened = db.$with('opened', {}).as(sql`
      insert into ${redemptions} (order_id, user_coupon_id, redeemed_at)
      select ${orderId}::text, ${userCoupons.id}, ${at.toISOString()}::timestamptz from ${userCoupons} where ${own}
      on conflict do nothing returning 1`);
    const [row] = await db
      .with(opened)
      .select({ ...userCouponColumns, opened: sql<boolean>`exists (select from opened)` })
      .from(userCoupons)
      .innerJoin(coupons, eq(coupons.id, userCoupons.couponId))
      .where(own);
    return row ?? null;
  },
  async byOrder(orderId: string): Promise<RedemptionRow | null> {
    const [row] = await db.select().from(redemptions).where(eq(redemptions.orderId, orderId));
    return row ?? null;
  },
  /** Closes the order's redemption for good, also one that there is not yet; null when it was closed before. */
  async close(orderId: string, returnedAt: Date): Promise<RedemptionRow | null> {
    const [row] = await db
      .insert(redemptions)
      .values({ orderId, returnedAt })
      .onConflictDoUpdate({
        target: [redemptions.tenantId, redemptions.orderId],
        set: { returnedAt },
        setWhere: isNull(redemptions.returnedAt),
      })
      .returning();
    return row ?? null;
  },
});
