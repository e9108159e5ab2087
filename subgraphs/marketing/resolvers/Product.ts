import type { ProductResolvers } from '../__generated__/resolvers';

export const Product: ProductResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  promotions: ({ id }, _, { loaders }) => loaders.promotionsOfProduct.load(id),
};
