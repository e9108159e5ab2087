import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { release } from '../../acts/releaseStock';

export const releaseStock: MutationResolvers['releaseStock'] = async (_, { input }, context) => {
  const orderId = inputId('ord', input.orderId, 'orderId');
  await context.transaction((tx) => release(tx, orderId));
  return { released: true, userErrors: [] };
};
