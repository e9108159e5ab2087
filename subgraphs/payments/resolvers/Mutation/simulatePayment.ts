import type { MutationResolvers } from '../../__generated__/resolvers';
import { simulatePayment as simulate } from '../../acts/simulatePayment';
import { postInProcess } from '../../webhooks/post';

export const simulatePayment: MutationResolvers['simulatePayment'] = async (_, { input }, context) => {
  await simulate(context, input, postInProcess(context));
  return { payment: await context.loaders.paymentById.load(input.paymentId), userErrors: [] };
};
