import type { RoomScope } from '../../platform/subgraph/context';
import type { CategoryRow } from './data/category.repository';
import type { VariantPriceRow } from './data/price.repository';
import type { ProductRow } from './data/product.repository';
import type { ReviewRow } from './data/review.repository';
import type { VariantRow } from './data/variant.repository';
import type { repositories } from './repositories';

type Scope = RoomScope<typeof repositories>;

/** The rows in the order of the keys. */
function inOrder<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function grouped<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string | null): Row[][] {
  const groups = groupBy(rows, keyOf);
  return keys.map((key) => groups.get(key) ?? []);
}

/** A page of a product's reviews: those behind a time and an id. */
export type ReviewsKey = { productId: string; limit: number; behind: { at: Date; id: string } | null };

export const loaders = {
  product:
    ({ repositories: { products }, currency }: Scope) =>
    async (ids: readonly string[]): Promise<(ProductRow | null)[]> =>
      inOrder(ids, await products.byIds(ids, currency)),
  variant:
    ({ repositories: { variants }, currency }: Scope) =>
    async (ids: readonly string[]): Promise<(VariantRow | null)[]> =>
      inOrder(ids, await variants.byIds(ids, currency)),
  variantsOfProduct:
    ({ repositories: { variants }, currency }: Scope) =>
    async (ids: readonly string[]): Promise<VariantRow[][]> =>
      grouped(ids, await variants.byProducts(ids, currency), (row) => row.productId),
  pricesOfVariant:
    ({ repositories: { prices } }: Scope) =>
    async (ids: readonly string[]): Promise<VariantPriceRow[][]> =>
      grouped(ids, await prices.ofVariants(ids), (row) => row.variantId),
  category:
    ({ repositories: { categories } }: Scope) =>
    async (ids: readonly string[]): Promise<(CategoryRow | null)[]> =>
      inOrder(ids, await categories.byIds(ids)),
  childrenOfCategory:
    ({ repositories: { categories } }: Scope) =>
    async (ids: readonly string[]): Promise<CategoryRow[][]> =>
      grouped(ids, await categories.childrenOf(ids), (row) => row.parentId),
  review:
    ({ repositories: { reviews } }: Scope) =>
    async (ids: readonly string[]): Promise<(ReviewRow | null)[]> =>
      inOrder(ids, await reviews.byIds(ids)),
  /** One statement for all products that are asked for the same page. */
  reviewsOfProduct:
    ({ repositories: { reviews } }: Scope) =>
    async (keys: readonly ReviewsKey[]): Promise<ReviewRow[][]> => {
      const pageOf = ({ limit, behind }: ReviewsKey) => `${limit}/${behind?.id ?? ''}`;
      const pages = new Map<string, Promise<Map<string, ReviewRow[]>>>();
      for (const [page, alike] of groupBy(keys, pageOf)) {
        const { limit, behind } = alike[0] as ReviewsKey;
        const ids = [...new Set(alike.map(({ productId }) => productId))];
        pages.set(
          page,
          reviews.newest(ids, limit, behind).then((rows) => groupBy(rows, (row) => row.productId)),
        );
      }
      return Promise.all(keys.map(async (key) => (await pages.get(pageOf(key)))?.get(key.productId) ?? []));
    },
};
