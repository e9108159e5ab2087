import { isUser } from '../../../../platform/identity/identity';
import { optionalText } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { cancelOrder as saga, checkCancellable } from '../../sagas/cancelOrder';
import { namedOrder } from '../../visibility';

const LONGEST_REASON = 500;

export const cancelOrder: MutationResolvers['cancelOrder'] = async (_, { input }, context) => {
  const reason = optionalText(input.reason, LONGEST_REASON, 'reason') ?? 'It was called off.';
  const order = await namedOrder(context, input.orderId);
  checkCancellable(order);
  if (!isUser(context.identity, order.buyerId))
    await context.transaction(async (tx) => tx.audit({ action: 'orders.cancelOrder', details: input }));
  const cancellation = { orderId: order.id, expired: false, reason, hasCoupon: order.couponCode !== null };
  await context.run(saga, `${order.id}/${context.newId('cnl')}`, cancellation);
  return { order: await context.loaders.orderById.load(order.id), userErrors: [] };
};
