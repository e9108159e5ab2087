import type { MutationResolvers } from '../../__generated__/resolvers';
import { createPayment as create } from '../../acts/createPayment';
import { parsePrice } from '../../domain/payment';
import { refuse } from '../../errors';

export const createPayment: MutationResolvers['createPayment'] = async (_, { input }, context) => {
  const amount = parsePrice(input.amount);
  if (!amount) throw refuse('INVALID_INPUT', 'The amount cannot be paid.', ['amount']);
  return { payment: await create(context, { ...input, amount }), userErrors: [] };
};
