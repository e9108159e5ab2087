import type { PromotionResolvers } from '../__generated__/resolvers';
import { toAmount, toPercent } from '../domain/offer';

export const Promotion: PromotionResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.promotionById.load(id),
  value: ({ kind, value, currencyCode }) => (kind === 'PERCENT_OFF' ? toPercent(value) : toAmount(value, currencyCode)),
  endsAt: ({ endedAt, endsAt }) => endedAt ?? endsAt,
  async products({ id }, _, { loaders }) {
    const products = await loaders.productsOfPromotion.load(id);
    return products.map(({ productId }) => ({ id: productId }));
  },
};
