import type { MutationResolvers } from '../../__generated__/resolvers';
import { cancelPayment as cancel } from '../../acts/closePayment';

export const cancelPayment: MutationResolvers['cancelPayment'] = async (_, { input }, context) => ({
  payment: await cancel(context, input),
  userErrors: [],
});
