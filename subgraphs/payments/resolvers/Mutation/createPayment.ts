import { inputAmount } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { createPayment as create } from '../../acts/createPayment';

export const createPayment: MutationResolvers['createPayment'] = async (_, { input }, context) => {
  const amount = inputAmount(input.amount.amount, input.amount.currencyCode, 'amount');
  return { payment: await create(context, { ...input, amount }), userErrors: [] };
};
