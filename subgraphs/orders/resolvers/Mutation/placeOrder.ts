import type { MutationResolvers } from '../../__generated__/resolvers';
import { readPlacement } from '../../acts/readPlacement';
import { placeOrder as saga } from '../../sagas/placeOrder';

export const placeOrder: MutationResolvers['placeOrder'] = async (_, { input }, context) => {
  const placement = readPlacement(context, input);
  const request = { operation: 'placeOrder', key: input.idempotencyKey, input };
  const { orderId, warnings } = await context.runOnce(saga, request, placement);
  return { order: await context.loaders.orderById.load(orderId), warnings: [...warnings], userErrors: [] };
};
