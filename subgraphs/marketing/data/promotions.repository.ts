import { and, asc, count, desc, eq, getTableColumns, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { PromotionTerms } from '../domain/promotion';
import { promotionProducts, promotions } from './tables';

export type PromotionRow = typeof promotions.$inferSelect;

/** The promotions of the product page and of every cart: prepared once. */
const runningByProducts = (db: Db) => {
  const at = sql`${sql.placeholder('now')}::timestamptz`;
  return db
    .select({ ...getTableColumns(promotions), productId: promotionProducts.productId })
    .from(promotionProducts)
    .innerJoin(promotions, eq(promotions.id, promotionProducts.promotionId))
    .where(
      and(
        sql`${promotionProducts.productId} = any(${sql.placeholder('productIds')}::text[])`,
        isNull(promotions.endedAt),
        lte(promotions.startsAt, at),
        or(isNull(promotions.endsAt), gt(promotions.endsAt, at)),
      ),
    )
    .orderBy(sql`${promotions.endsAt} asc nulls last`, asc(promotions.id))
    .prepare('marketing_promotions_by_products');
};

export const promotionsRepository = (db: Db) => {
  let running: ReturnType<typeof runningByProducts> | undefined;
  return {
    async insert(id: string, terms: PromotionTerms, productIds: readonly string[], createdAt: Date): Promise<void> {
      await db.insert(promotions).values({ ...terms, id, createdAt });
      await db.insert(promotionProducts).values(productIds.map((productId) => ({ productId, promotionId: id })));
    },
    /** Those that run now, the one that ends first at the front. */
    runningByProducts: (productIds: readonly string[], now: Date): Promise<(PromotionRow & { productId: string })[]> =>
      (running ??= runningByProducts(db)).execute({ productIds: [...productIds], now: now.toISOString() }),
    byIds: (ids: readonly string[]): Promise<PromotionRow[]> =>
      db
        .select()
        .from(promotions)
        .where(inArray(promotions.id, [...ids])),
    productsOf: (ids: readonly string[]): Promise<{ promotionId: string; productId: string }[]> =>
      db
        .select({ promotionId: promotionProducts.promotionId, productId: promotionProducts.productId })
        .from(promotionProducts)
        .where(inArray(promotionProducts.promotionId, [...ids]))
        .orderBy(asc(promotionProducts.productId)),
    /** Newest first, one more than `limit`. */
    page: (limit: number, afterId: string | null): Promise<PromotionRow[]> =>
      db
        .select()
        .from(promotions)
        .where(afterId === null ? undefined : lt(promotions.id, afterId))
        .orderBy(desc(promotions.id))
        .limit(limit + 1),
    async count(): Promise<number> {
      const [row] = await db.select({ count: count() }).from(promotions);
      return row?.count ?? 0;
    },
    /** Ends a promotion; one that has ended stays as it is. */
    async end(id: string, now: Date): Promise<void> {
      const goesOn = and(isNull(promotions.endedAt), or(isNull(promotions.endsAt), gt(promotions.endsAt, now)));
      await db
        .update(promotions)
        .set({ endedAt: now })
        .where(and(eq(promotions.id, id), goesOn));
    },
  };
};
