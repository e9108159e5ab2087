import { eq, isNull } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { redemptions } from './tables';

export type RedemptionRow = typeof redemptions.$inferSelect;

export const redemptionsRepository = (db: Db) => ({
  /** Opens the order's redemption; null when the order has one, which is then settled: a concurrent one is waited for. */
  async open(orderId: string, userCouponId: string, redeemedAt: Date): Promise<RedemptionRow | null> {
    const [row] = await db
      .insert(redemptions)
      .values({ orderId, userCouponId, redeemedAt })
      .onConflictDoNothing()
      .returning();
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
