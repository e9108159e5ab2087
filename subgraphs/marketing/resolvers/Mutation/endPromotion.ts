import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { refuse } from '../../errors';

export const endPromotion: MutationResolvers['endPromotion'] = async (_, { input: { promotionId } }, context) => {
  inputId('prm', promotionId, 'promotionId');
  await context.repositories.promotions.end(promotionId, context.now());
  const promotion = await context.loaders.promotionById.load(promotionId);
  if (!promotion) throw refuse('NOT_FOUND', 'There is no such promotion.', ['promotionId']);
  return { promotion, userErrors: [] };
};
