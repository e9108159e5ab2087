import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { PageOf } from '../../../platform/kernel/pages';
import { lazily } from '../../../platform/data/statements';
import { shelfPath } from '../domain/category';
import { type Sort, SORTS } from '../domain/listing';
import type { CategoryRow } from './categories.repository';
import { productColumns, type ProductRow } from './products.repository';
import { categories, listingCounts, productPrices, products } from './tables';

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
    // Both say that it is for sale, and each is what some index holds.
    isNull(products.archivedAt),
    isNotNull(productPrices.shelf),
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

/** The shelves of a category and of all below it; behind a path comes a slash, and `0` comes next after that. */
const shelvesOf = (category: CategoryRow | null) =>
  category ? { from: shelfPath(category), below: `${shelfPath(category)}0` } : { from: '', below: '~' };

const prepareTotal = (db: Db) =>
  db
    .select({ count: sql<number>`coalesce(sum(${listingCounts.products}), 0)::int` })
    .from(listingCounts)
    .where(
      sql`${listingCounts.currency} = ${sql.placeholder('currency')}
          and ${listingCounts.shelf} >= ${sql.placeholder('from')} and ${listingCounts.shelf} < ${sql.placeholder('below')}
          and ${listingCounts.inStock} = any(${sql.placeholder('inStock')}::bool[])`,
    )
    .prepare('catalog_listing_total');

/** Counts by an index alone: what a price or an id narrows down nobody keeps. */
function countEach(db: Db, { currency, category, priceMin, priceMax, inStock, ids }: Listing) {
  const { from, below } = shelvesOf(category);
  return db
    .select({ count: sql<number>`count(*)::int` })
    .from(productPrices)
    .where(
      and(
        eq(productPrices.currency, currency),
        category ? and(gte(productPrices.shelf, from), lt(productPrices.shelf, below)) : isNotNull(productPrices.shelf),
        priceMin === null ? undefined : gte(productPrices.max, priceMin),
        priceMax === null ? undefined : lte(productPrices.min, priceMax),
        inStock === null ? undefined : eq(productPrices.inStock, inStock),
        ids === null ? undefined : inArray(productPrices.productId, [...ids]),
      ),
    );
}

/** Lists of what is for sale. What depends on the values is not prepared by name, for its best plan does. */
export const listingsRepository = (db: Db) => {
  const total = lazily(() => prepareTotal(db));
  return {
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
      const { currency, category, priceMin, priceMax, inStock, ids } = listing;
      const isKept = priceMin === null && priceMax === null && ids === null;
      const kept = { currency, ...shelvesOf(category), inStock: inStock === null ? [true, false] : [inStock] };
      const [row] = await (isKept ? total().execute(kept) : countEach(db, listing));
      return row?.count ?? 0;
    },
  };
};
