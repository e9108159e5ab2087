import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { exchangeCodes } from './tables';

export const exchangeCodesRepository = (db: Db) => ({
  async insert(couponId: string, codes: readonly string[], createdAt: Date): Promise<void> {
    await db.insert(exchangeCodes).values(codes.map((code) => ({ code, couponId, createdAt })));
  },
  /** Uses a code up. @returns its coupon, null when the code is unknown or used */
  async use(code: string, userId: string, now: Date): Promise<string | null> {
    const [row] = await db
      .update(exchangeCodes)
      .set({ usedBy: userId, usedAt: now })
      .where(and(eq(exchangeCodes.code, code), isNull(exchangeCodes.usedAt)))
      .returning({ couponId: exchangeCodes.couponId });
    return row?.couponId ?? null;
  },
});
