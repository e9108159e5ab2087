import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
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

/** What a list shows, told by the rows of prices alone. */
function priced({ currency, category, priceMin, priceMax, inStock, ids }: Listing): SQL | undefined {
  const { from, below } = shelvesOf(category);
  return and(
    eq(productPrices.currency, currency),
    category ? and(gte(productPrices.shelf, from), lt(productPrices.shelf, below)) : isNotNull(productPrices.shelf),
    priceMin === null ? undefined : gte(productPrices.max, priceMin),
    priceMax === null ? undefined : lte(productPrices.min, priceMax),
    inStock === null ? undefined : eq(productPrices.inStock, inStock),
    ids === null ? undefined : inArray(productPrices.productId, [...ids]),
  );
}

/** Counts by an index alone: what a price or an id narrows down nobody keeps. */
const countEach = (db: Db, listing: Listing) =>
  db
    .select({ count: sql<number>`count(*)::int` })
    .from(productPrices)
    .where(priced(listing));

type Ordered = { key: SQL | PgColumn; id: PgColumn; ascending: boolean; further: SQL | undefined };

const ordered = (sort: Sort, after: SortPosition | null | undefined): Ordered => {
  const [key, id] = sortColumns[sort];
  const { ascending } = SORTS[sort];
  const compare = sql.raw(ascending ? '>' : '<');
  return {
    key,
    id,
    ascending,
    further: after ? sql`(${key}, ${id}) ${compare} (${sql.param(after.key, key)}, ${after.id})` : undefined,
  };
};
const inOrder = ({ key, id, ascending }: Ordered) => (ascending ? [asc(key), asc(id)] : [desc(key), desc(id)]);

const isByPrice = (sort: Sort): boolean => sort === 'PRICE_ASC' || sort === 'PRICE_DESC';

/**
 * A page of a category by price. It is found among prices, before anything is joined: a walk from the cheapest of the whole
 * shop reads half of it where a category has nothing cheap, which the planner cannot know. Sorting by an expression keeps it
 * from that walk, but for departments, which are large.
 */
function byPrice(db: Db, listing: Listing & { category: CategoryRow }, order: Ordered, limit: number) {
  const own = listing.category.depth === 1 ? order.key : sql`${order.key} + 0`;
  const chosen = db
    .select({ id: productPrices.productId })
    .from(productPrices)
    .where(and(priced(listing), order.further))
    .orderBy(...inOrder({ ...order, key: own }))
    .limit(limit + 1)
    .as('chosen');
  return db
    .select(productColumns)
    .from(products)
    .innerJoin(chosen, eq(chosen.id, products.id))
    .innerJoin(productPrices, soldIn(listing.currency))
    .innerJoin(categories, eq(categories.id, products.categoryId))
    .orderBy(...inOrder(order));
}

/** Lists of what is for sale. What depends on the values is not prepared by name, for its best plan does. */
export const listingsRepository = (db: Db) => {
  const total = lazily(() => prepareTotal(db));
  return {
    async page(listing: Listing, sort: Sort, { limit, after }: PageOf<SortPosition>): Promise<ProductRow[]> {
      const order = ordered(sort, after);
      const { category } = listing;
      if (category && isByPrice(sort)) return byPrice(db, { ...listing, category }, order, limit);
      return db
        .select(productColumns)
        .from(products)
        .innerJoin(productPrices, soldIn(listing.currency))
        .innerJoin(categories, eq(categories.id, products.categoryId))
        .where(and(...conditions(listing), order.further))
        .orderBy(...inOrder(order))
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
