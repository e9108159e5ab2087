import type { Resolvers } from '../__generated__/resolvers';
import { Category } from './Category';
import { adjustStock } from './Mutation/adjustStock';
import { archiveProduct } from './Mutation/archiveProduct';
import { createCategory } from './Mutation/createCategory';
import { createProduct } from './Mutation/createProduct';
import { createProductVariant } from './Mutation/createProductVariant';
import { releaseStock } from './Mutation/releaseStock';
import { reserveStock } from './Mutation/reserveStock';
import { reviewProduct } from './Mutation/reviewProduct';
import { setVariantPrice } from './Mutation/setVariantPrice';
import { updateProduct } from './Mutation/updateProduct';
import { Product } from './Product';
import { ProductVariant } from './ProductVariant';
import { categories } from './Query/categories';
import { category } from './Query/category';
import { knownProducts } from './Query/knownProducts';
import { product } from './Query/product';
import { products } from './Query/products';
import { productVariant } from './Query/productVariant';
import { variantOffers } from './Query/variantOffers';
import { Review } from './Review';
import { VariantOffer } from './VariantOffer';
import { VariantStock } from './VariantStock';

export const resolvers: Partial<Resolvers> = {
  Query: { products, product, productVariant, categories, category, variantOffers, knownProducts },
  Mutation: {
    createProduct,
    updateProduct,
    archiveProduct,
    createProductVariant,
    setVariantPrice,
    createCategory,
    adjustStock,
    reviewProduct,
    reserveStock,
    releaseStock,
  },
  Product,
  ProductVariant,
  VariantStock,
  VariantOffer,
  Category,
  Review,
};
