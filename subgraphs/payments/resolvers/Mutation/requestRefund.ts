import type { MutationResolvers } from '../../__generated__/resolvers';
import { requestRefund as request } from '../../acts/requestRefund';

export const requestRefund: MutationResolvers['requestRefund'] = async (_, { input }, context) => {
  const refundId = await request(context, { ...input, amount: input.amount ?? null });
  return { refund: await context.loaders.refundById.load(refundId), userErrors: [] };
};
