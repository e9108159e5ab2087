import { connection, parsePage } from '../../../../platform/kernel/connections';
import { invalidInput } from '../../../../platform/kernel/errors';
import { parseId } from '../../../../platform/kernel/ids';
import type { ProductFilter, QueryResolvers } from '../../__generated__/resolvers';
import type { Context } from '../../context';
import type { Listing } from '../../data/listings.repository';
import type { ProductRow } from '../../data/products.repository';
import { priceBound, productKeys, SORTS } from '../../domain/listing';

const MOST_IDS = 100;

function parseIds(ids: readonly string[] | null | undefined): string[] | null {
  if (ids == null) return null;
  if (ids.length > MOST_IDS) throw invalidInput(`filter.ids: give at most ${MOST_IDS}.`, ['filter', 'ids']);
  return ids.map((id) => parseId('prd', id, 'filter.ids'));
}

/** What a filter means; null when no product can meet it. */
async function listingOf({ repositories, currency }: Context, filter: ProductFilter): Promise<Listing | null> {
  const { categorySlug, priceMin, priceMax, inStock = null, ids } = filter;
  const parsed = {
    currency,
    priceMin: priceBound(priceMin, currency, 'priceMin'),
    priceMax: priceBound(priceMax, currency, 'priceMax'),
    inStock,
    ids: parseIds(ids),
  };
  const category = categorySlug == null ? null : await repositories.categories.bySlug(categorySlug);
  if (parsed.ids?.length === 0 || (categorySlug != null && !category)) return null;
  return { ...parsed, category };
}

export const products: QueryResolvers['products'] = async (_, { filter, sort: asked, ...args }, context) => {
  const { repositories, tenant, currency } = context;
  const sort = asked ?? 'NEWEST';
  const scope = `products/${sort}/${currency}/${tenant.id}`;
  const page = parsePage(scope, args);
  const after = productKeys(sort, page.after);
  const listing = await listingOf(context, filter ?? {});
  const rows = listing ? await repositories.listings.page(listing, sort, { limit: page.limit, after }) : [];
  const keysOf = (row: ProductRow) => [SORTS[sort].keyOf(row), row.id];
  return connection(scope, page, rows, keysOf, async () => (listing ? repositories.listings.count(listing) : 0));
};
