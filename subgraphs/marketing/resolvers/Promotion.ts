import type { PromotionResolvers } from '../__generated__/resolvers';
import { toAmount, toPercent } from '../domain/offer';

export const Promotion: PromotionResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.promotion.load(id),
  value: ({ kind, value, currencyCode }) => (kind === 'PERCENT_OFF' ? toPercent(value) : toAmount(value, currencyCode)),
  endsAt: ({ endedAt, endsAt }) => endedAt ?? endsAt,
  products: ({ id }, _, { loaders }) => loaders.productsOfPromotion.load(id),
};
