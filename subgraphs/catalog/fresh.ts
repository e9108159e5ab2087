import type { Context } from './context';
import type { ProductRow } from './data/products.repository';
import type { VariantRow } from './data/variants.repository';

// One request may hold several mutations: what a loader has read before this one is no longer true.

export function freshProduct({ loaders }: Context, id: string): Promise<ProductRow | null> {
  loaders.variantsOfProduct.clear(id);
  return loaders.product.clear(id).load(id);
}

export async function freshVariant({ loaders }: Context, id: string): Promise<VariantRow | null> {
  loaders.pricesOfVariant.clear(id);
  const variant = await loaders.variant.clear(id).load(id);
  if (variant) {
    loaders.product.clear(variant.productId);
    loaders.variantsOfProduct.clear(variant.productId);
  }
  return variant;
}
