import type { MutationResolvers } from '../../__generated__/resolvers';
import { placementOf } from '../../acts/readPlacement';
import { placeOrder as saga } from '../../sagas/placeOrder';

export const placeOrder: MutationResolvers['placeOrder'] = async (_parent, { input }, context) => {
  const placement = placementOf(context, input);
  const id = await context.claim({ operation: 'placeOrder', key: input.idempotencyKey, input });
  const { orderId, warnings } = await context.run(saga, id, placement);
  return { order: await context.loaders.orders.load(orderId), warnings: [...warnings], userErrors: [] };
};
