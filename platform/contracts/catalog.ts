import { event } from '../events/event';

/** A product as a read model needs it: whole, so that the newest `revision` replaces whatever was known. */
export type ProductSnapshot = {
  productId: string;
  /** Grows with every change of the product: an older one that comes late is ignored. */
  revision: number;
  slug: string;
  name: string;
  description: string;
  active: boolean;
  categoryId: string;
  /** From the department down to the product's own category. */
  categoryPath: { id: string; slug: string; name: string }[];
  options: { name: string; values: string[] }[];
  variants: { variantId: string; sku: string; name: string }[];
  /** Lowest and highest price of the variants, in minor units, by currency. */
  prices: { currencyCode: string; min: number; max: number }[];
  inStock: boolean;
  rating: { average: number | null; count: number };
  createdAt: string;
};

export const ProductChanged = event<ProductSnapshot>()(
  'catalog.product-changed.v1',
  'A product was created or changed, or came in or out of stock, or was rated.',
);
