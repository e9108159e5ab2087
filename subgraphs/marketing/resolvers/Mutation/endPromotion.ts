import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { refuse } from '../../errors';

export const endPromotion: MutationResolvers['endPromotion'] = async (_, { input: { promotionId } }, context) => {
  inputId('prm', promotionId, 'promotionId');
  await context.transaction(async (tx) => {
    const { promotions } = tx.repositories;
    const [promotion] = await promotions.byIds([promotionId]);
    if (!promotion) throw refuse('NOT_FOUND', 'There is no such promotion.', ['promotionId']);
    await promotions.end(promotionId, tx.now());
  });
  return { promotion: await context.loaders.promotionById.load(promotionId), userErrors: [] };
};
