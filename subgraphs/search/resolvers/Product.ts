import { parsePage } from '../../../platform/kernel/connections';
import type { ProductResolvers } from '../__generated__/resolvers';

export const Product: ProductResolvers = {
  async recommendations({ id }, { first }, { loaders }) {
    const { limit } = parsePage('recommendations', { first });
    const ids = await loaders.recommendationsOfProduct.load({ productId: id, first: limit });
    return ids.map((recommended) => ({ id: recommended }));
  },
};
