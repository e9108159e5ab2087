import { isUser } from '../../../../platform/identity/identity';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { completeOrder } from '../../acts/completeOrder';
import { refuse } from '../../errors';
import { namedOrder } from '../../visibility';

export const confirmReceipt: MutationResolvers['confirmReceipt'] = async (_, { input }, context) => {
  const { id, buyerId } = await namedOrder(context, input.orderId);
  // Staff may see the order, but whether it has arrived is the buyer's to say.
  if (!isUser(context.identity, buyerId)) throw refuse('NOT_FOUND', 'You have no such order.', ['orderId']);
  const order = await completeOrder(context, id, 'The buyer has confirmed the receipt.');
  if (!order) throw refuse('ILLEGAL_STATE', 'Only an order that was delivered can be confirmed.', ['orderId']);
  return { order, userErrors: [] };
};
