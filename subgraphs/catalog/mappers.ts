import type { Connection } from '../../platform/kernel/connections';
import type { Money } from '../../platform/kernel/money';
import type { CategoryRow } from './data/category.repository';
import type { ProductRow } from './data/product.repository';
import type { ReviewRow } from './data/review.repository';
import type { StockMovementRow } from './data/stockMovement.repository';
import type { OfferRow, StockRow, VariantRow } from './data/variant.repository';

export type Mappers = {
  Product: ProductRow;
  ProductVariant: VariantRow;
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
