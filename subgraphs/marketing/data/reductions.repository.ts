import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { lazily } from '../../../platform/data/statements';
import { firstToEnd, isRunning, type PromotionRow } from './promotions.repository';
import { coupons, promotionProducts, promotions, userCoupons } from './tables';
import type { UserCouponRow } from './userCoupons.repository';

type Asked = { productIds: readonly string[]; code: string; userId: string; now: Date };

/** What may take something off a basket. */
export type Reductions = { held: UserCouponRow | null; promotions: (PromotionRow & { productId: string })[] };

/** The coupon stands beside each of the promotions, and on a line of its own when there is none. */
const prepareReductions = (db: Db) =>
  db
    .select({
      held: getTableColumns(userCoupons),
      coupon: getTableColumns(coupons),
      promotion: getTableColumns(promotions),
      productId: promotionProducts.productId,
    })
    .from(sql`(select) as asked`)
    .leftJoin(
      userCoupons,
      and(eq(userCoupons.code, sql.placeholder('code')), eq(userCoupons.userId, sql.placeholder('userId'))),
    )
    .leftJoin(coupons, eq(coupons.id, userCoupons.couponId))
    .leftJoin(promotionProducts, sql`${promotionProducts.productId} = any(${sql.placeholder('productIds')}::text[])`)
    .leftJoin(promotions, and(eq(promotions.id, promotionProducts.promotionId), isRunning()))
    .orderBy(...firstToEnd)
    .prepare('marketing_reductions');

/** Coupon and promotions in one statement: every basket is quoted many times before it is bought. */
export const reductionsRepository = (db: Db) => {
  const reductions = lazily(() => prepareReductions(db));
  return {
    async of({ productIds, code, userId, now }: Asked): Promise<Reductions> {
      const rows = await reductions().execute({ productIds: [...productIds], code, userId, now: now.toISOString() });
      const { held = null, coupon = null } = rows[0] ?? {};
      return {
        held: held && coupon && { ...held, coupon },
        promotions: rows.flatMap(({ promotion, productId }) =>
          promotion && productId !== null ? [{ ...promotion, productId }] : [],
        ),
      };
    },
  };
};
