import { counted, grouped, inOrder, paged, type PageKey } from '../../platform/kernel/batches';
import type { Position } from '../../platform/kernel/pages';
import type { RoomScope } from '../../platform/subgraph/context';
import type { CategoryRow } from './data/categories.repository';
import type { VariantPriceRow } from './data/prices.repository';
import type { ProductRow } from './data/products.repository';
import type { ReviewRow } from './data/reviews.repository';
import type { StockMovementRow } from './data/stockMovements.repository';
import type { VariantOfProduct, VariantRow } from './data/variants.repository';
import type { repositories } from './repositories';

type Scope = RoomScope<typeof repositories>;
type Ids = readonly string[];
type Pages = readonly PageKey<Position>[];

export const loaders = {
  productById:
    ({ repositories, currency }: Scope) =>
    async (ids: Ids): Promise<(ProductRow | null)[]> =>
      inOrder(ids, await repositories.products.byIds(ids, currency), (row) => row.id),
  variantById:
    ({ repositories, currency }: Scope) =>
    async (ids: Ids): Promise<(VariantOfProduct | null)[]> =>
      inOrder(ids, await repositories.variants.byIds(ids, currency), (row) => row.id),
  variantsOfProduct:
    ({ repositories, currency }: Scope) =>
    async (ids: Ids): Promise<VariantRow[][]> =>
      grouped(ids, await repositories.variants.ofProducts(ids, currency), (row) => row.productId),
  pricesOfVariant:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<VariantPriceRow[][]> =>
      grouped(ids, await repositories.prices.ofVariants(ids), (row) => row.variantId),
  categoryById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(CategoryRow | null)[]> =>
      inOrder(ids, await repositories.categories.byIds(ids), (row) => row.id),
  childrenOfCategory:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<CategoryRow[][]> =>
      grouped(ids, await repositories.categories.childrenOf(ids), (row) => row.parentId),
  reviewById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(ReviewRow | null)[]> =>
      inOrder(ids, await repositories.reviews.byIds(ids), (row) => row.id),
  reviewPageOfProduct:
    ({ repositories }: Scope) =>
    (pages: Pages): Promise<ReviewRow[][]> =>
      paged(pages, repositories.reviews.pages, (row) => row.productId),
  stockMovementPageOfVariant:
    ({ repositories }: Scope) =>
    (pages: Pages): Promise<StockMovementRow[][]> =>
      paged(pages, repositories.stockMovements.pages, (row) => row.variantId),
  stockMovementCountOfVariant:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<number[]> =>
      counted(ids, await repositories.stockMovements.counts(ids)),
};
