import { isId } from '../../../../platform/kernel/ids';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { refuse } from '../../errors';

export const endPromotion: MutationResolvers['endPromotion'] = async (_, { input: { promotionId } }, context) => {
  if (!isId('prm', promotionId))
    throw refuse('INVALID_INPUT', 'promotionId is not an id of the form prm_….', ['promotionId']);
  await context.repositories.promotions.end(promotionId, context.now());
  const promotion = await context.loaders.promotion.load(promotionId);
  if (!promotion) throw refuse('NOT_FOUND', 'There is no such promotion.', ['promotionId']);
  return { promotion, userErrors: [] };
};
