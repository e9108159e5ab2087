import type { MutationResolvers } from '../../__generated__/resolvers';
import { rejectRefund as reject } from '../../acts/decideRefund';

export const rejectRefund: MutationResolvers['rejectRefund'] = async (_, { input: { refundId, reason } }, context) => {
  await reject(context, refundId, reason);
  return { refund: await context.loaders.refundById.load(refundId), userErrors: [] };
};
