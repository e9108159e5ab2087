import type { MutationResolvers } from '../../__generated__/resolvers';
import { refuse } from '../../errors';
import { checkCancellable, namedOrder } from '../../acts/orders';
import { cancelOrder as saga } from '../../sagas/cancelOrder';

const LONGEST_REASON = 500;

export const cancelOrder: MutationResolvers['cancelOrder'] = async (_parent, { input }, context) => {
  const given = input.reason?.trim() ?? '';
  if (given.length > LONGEST_REASON)
    throw refuse('INVALID_INPUT', `Use at most ${LONGEST_REASON} characters.`, ['reason']);
  const order = await namedOrder(context, input.orderId);
  checkCancellable(order);
  const cancellation = { orderId: order.id, expired: false, hasCoupon: order.couponCode !== null };
  await context.run(saga, `${order.id}/${context.newId('cnl')}`, {
    ...cancellation,
    reason: given || 'It was called off.',
  });
  return { order: await context.loaders.orders.load(order.id), userErrors: [] };
};
