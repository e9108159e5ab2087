import { and, asc, desc, eq, gte, inArray, isNull, lte, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { PageOf } from '../../../platform/kernel/pages';
import { type Sort, SORTS } from '../domain/listing';
import type { CategoryRow } from './categories.repository';
import { productColumns, type ProductRow } from './products.repository';
import { categories, productPrices, products } from './tables';

/** Which products a list shows; prices in minor units of the currency. */
export type Listing = {
  currency: string;
  category: CategoryRow | null;
  priceMin: number | null;
  priceMax: number | null;
  inStock: boolean | null;
  ids: readonly string[] | null;
};
/** Where a list goes on: behind the row with this sort key. */
export type SortPosition = { key: string | number | Date; id: string };

const sortColumns = {
  NEWEST: [products.createdAt, products.id],
  PRICE_ASC: [productPrices.min, productPrices.productId],
  PRICE_DESC: [productPrices.max, productPrices.productId],
  NAME: [products.sortName, products.id],
  BEST_SELLING: [products.sold, products.id],
} as const;

const subtree = ({ id, depth }: CategoryRow) => {
  if (depth === 1) return eq(products.departmentId, id);
  return depth === 2 ? eq(products.sectionId, id) : eq(products.categoryId, id);
};

function conditions({ category, priceMin, priceMax, inStock, ids }: Listing): (SQL | undefined)[] {
  return [
    isNull(products.archivedAt),
    category ? subtree(category) : undefined,
    priceMin === null ? undefined : gte(productPrices.max, priceMin),
    priceMax === null ? undefined : lte(productPrices.min, priceMax),
    // Written out, since the planner takes a partial index only for a condition that implies the index's own.
    inStock === null ? undefined : inStock ? sql`${products.inStock}` : sql`not ${products.inStock}`,
    ids === null ? undefined : inArray(products.id, [...ids]),
  ];
}

const soldIn = (currency: string) =>
  and(eq(productPrices.productId, products.id), eq(productPrices.currency, currency));

/** Lists of what is for sale. Not prepared by name: the best plan depends on the values. */
export const listingsRepository = (db: Db) => ({
  page(listing: Listing, sort: Sort, { limit, after }: PageOf<SortPosition>): Promise<ProductRow[]> {
    const [key, id] = sortColumns[sort];
    const { ascending } = SORTS[sort];
    const further =
      after && sql`(${key}, ${id}) ${sql.raw(ascending ? '>' : '<')} (${sql.param(after.key, key)}, ${after.id})`;
    return db
      .select(productColumns)
      .from(products)
      .innerJoin(productPrices, soldIn(listing.currency))
      .innerJoin(categories, eq(categories.id, products.categoryId))
      .where(and(...conditions(listing), further ?? undefined))
      .orderBy(ascending ? asc(key) : desc(key), ascending ? asc(id) : desc(id))
      .limit(limit + 1);
  },
  async count(listing: Listing): Promise<number> {
    const [row] = await db
      .select({ count: sql<number>`count(*)::int` })
      .from(products)
      .innerJoin(productPrices, soldIn(listing.currency))
      .where(and(...conditions(listing)));
    return row?.count ?? 0;
  },
});
