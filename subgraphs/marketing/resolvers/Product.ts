import type { ProductResolvers } from '../__generated__/resolvers';
import { appliesIn } from '../domain/promotion';

export const Product: ProductResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  async promotions({ id }, _, { loaders, currency }) {
    const running = await loaders.promotionsOfProduct.load(id);
    return running.filter((promotion) => appliesIn(promotion, currency));
  },
};
