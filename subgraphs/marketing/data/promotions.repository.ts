import { and, asc, desc, eq, getTableColumns, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { isAnyOf, lazily } from '../../../platform/data/statements';
import type { PageOf } from '../../../platform/kernel/pages';
import type { PromotionTerms } from '../domain/promotion';
import { promotionProducts, promotions } from './tables';

export type PromotionRow = typeof promotions.$inferSelect;

/** Whether a promotion runs `now`, a placeholder of the statement. */
export function isRunning() {
  const at = sql`${sql.placeholder('now')}::timestamptz`;
  return and(
    isNull(promotions.endedAt),
    lte(promotions.startsAt, at),
    or(isNull(promotions.endsAt), gt(promotions.endsAt, at)),
  );
}
export const firstToEnd = [sql`${promotions.endsAt} asc nulls last`, asc(promotions.id)];

/** The promotions of the product page and of every cart: prepared once. */
const prepareRunning = (db: Db) =>
  db
    .select({ ...getTableColumns(promotions), productId: promotionProducts.productId })
    .from(promotionProducts)
    .innerJoin(promotions, eq(promotions.id, promotionProducts.promotionId))
    .where(and(isAnyOf(promotionProducts.productId, 'productIds'), isRunning()))
    .orderBy(...firstToEnd)
    .prepare('marketing_promotions_by_products');

export const promotionsRepository = (db: Db) => {
  const running = lazily(() => prepareRunning(db));
  return {
    async insert(id: string, terms: PromotionTerms, productIds: readonly string[], createdAt: Date): Promise<void> {
      await db.insert(promotions).values({ ...terms, id, createdAt });
      await db.insert(promotionProducts).values(productIds.map((productId) => ({ productId, promotionId: id })));
    },
    /** Those that run now, the one that ends first at the front. */
    runningOfProducts: (productIds: readonly string[], now: Date): Promise<(PromotionRow & { productId: string })[]> =>
      running().execute({ productIds: [...productIds], now: now.toISOString() }),
    byIds: (ids: readonly string[]): Promise<PromotionRow[]> =>
      db
        .select()
        .from(promotions)
        .where(inArray(promotions.id, [...ids])),
    productsOfPromotions: (ids: readonly string[]): Promise<{ promotionId: string; productId: string }[]> =>
      db
        .select({ promotionId: promotionProducts.promotionId, productId: promotionProducts.productId })
        .from(promotionProducts)
        .where(inArray(promotionProducts.promotionId, [...ids]))
        .orderBy(asc(promotionProducts.productId)),
    /** Newest first. */
    page: ({ limit, after }: PageOf<string>): Promise<PromotionRow[]> =>
      db
        .select()
        .from(promotions)
        .where(after === null ? undefined : lt(promotions.id, after))
        .orderBy(desc(promotions.id))
        .limit(limit + 1),
    count: (): Promise<number> => db.$count(promotions),
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
