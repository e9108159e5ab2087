import type { MutationResolvers } from '../../__generated__/resolvers';
import { approveRefund as approve } from '../../acts/decideRefund';

export const approveRefund: MutationResolvers['approveRefund'] = async (_, { input: { refundId } }, context) => {
  await approve(context, refundId);
  return { refund: await context.loaders.refundById.load(refundId), userErrors: [] };
};
