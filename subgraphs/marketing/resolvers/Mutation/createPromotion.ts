import type { MutationResolvers } from '../../__generated__/resolvers';
import { requireProducts } from '../../calls/catalog';
import { parseProductIds, parsePromotion } from '../../domain/promotion';

export const createPromotion: MutationResolvers['createPromotion'] = async (_, { input }, context) => {
  const now = context.now();
  const terms = parsePromotion(input, now, context.tenant.currencies);
  const productIds = parseProductIds(input.productIds);
  await requireProducts(context, productIds);
  const id = context.newId('prm');
  await context.transaction((tx) => tx.repositories.promotions.insert(id, terms, productIds, now));
  return { promotion: await context.loaders.promotionById.load(id), userErrors: [] };
};
