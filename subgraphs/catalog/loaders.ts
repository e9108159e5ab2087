import type { RoomScope } from '../../platform/subgraph/context';
import type { Behind } from './data/behind';
import type { CategoryRow } from './data/categories.repository';
import type { VariantPriceRow } from './data/prices.repository';
import type { ProductRow } from './data/products.repository';
import type { ReviewRow } from './data/reviews.repository';
import type { StockMovementRow } from './data/stockMovements.repository';
import type { VariantRow } from './data/variants.repository';
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

/** A page of what belongs to one of many: up to `limit + 1` rows behind a time and an id. */
export type PageKey = { ownerId: string; limit: number; behind: Behind };

/** One statement for all owners of whom the same page is asked. */
async function paged<Row>(
  keys: readonly PageKey[],
  read: (ownerIds: readonly string[], limit: number, behind: Behind) => Promise<Row[]>,
  ownerOf: (row: Row) => string,
): Promise<Row[][]> {
  const pageOf = ({ limit, behind }: PageKey) => `${limit}/${behind?.id ?? ''}`;
  const pages = new Map<string, Promise<Map<string, Row[]>>>();
  for (const [page, alike] of groupBy(keys, pageOf)) {
    const [{ limit, behind }] = alike as [PageKey];
    const ownerIds = [...new Set(alike.map(({ ownerId }) => ownerId))];
    pages.set(
      page,
      read(ownerIds, limit, behind).then((rows) => groupBy(rows, ownerOf)),
    );
  }
  return Promise.all(keys.map(async (key) => (await pages.get(pageOf(key)))?.get(key.ownerId) ?? []));
}

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
  reviewsOfProduct:
    ({ repositories: { reviews } }: Scope) =>
    (keys: readonly PageKey[]): Promise<ReviewRow[][]> =>
      paged(keys, reviews.newest, (row) => row.productId),
  movementsOfVariant:
    ({ repositories: { stockMovements } }: Scope) =>
    (keys: readonly PageKey[]): Promise<StockMovementRow[][]> =>
      paged(keys, stockMovements.newest, (row) => row.variantId),
  movementCountOfVariant:
    ({ repositories: { stockMovements } }: Scope) =>
    async (ids: readonly string[]): Promise<number[]> => {
      const counts = await stockMovements.counts(ids);
      return ids.map((id) => counts.get(id) ?? 0);
    },
};
