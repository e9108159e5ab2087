import type { Connection } from '../../platform/kernel/connections';
import type { Money } from '../../platform/kernel/money';
import type { CategoryRow } from './data/categories.repository';
import type { ProductRow } from './data/products.repository';
import type { ReviewRow } from './data/reviews.repository';
import type { StockMovementRow } from './data/stockMovements.repository';
import type { OfferRow, StockRow, VariantOfProduct, VariantRow } from './data/variants.repository';

export type Mappers = {
  Product: ProductRow;
  ProductVariant: VariantRow | VariantOfProduct;
  VariantStock: StockRow;
  VariantOffer: OfferRow & { currency: string };
  Category: CategoryRow;
  Review: ReviewRow;
  StockMovement: StockMovementRow;
  Money: Money;
  ProductConnection: Connection<ProductRow>;
  ReviewConnection: Connection<ReviewRow>;
  StockMovementConnection: Connection<StockMovementRow>;
};
