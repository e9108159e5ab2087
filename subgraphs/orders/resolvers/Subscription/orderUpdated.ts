import { invalidInput } from '../../../../platform/kernel/errors';
import { parseId } from '../../../../platform/kernel/ids';
import type { SubscriptionResolvers } from '../../__generated__/resolvers';
import { followOrder, startOf } from '../../acts/followOrder';
import { visibleOrder } from '../../visibility';

export const orderUpdated: SubscriptionResolvers['orderUpdated'] = {
  async subscribe(_, { orderId, after }, context) {
    const order = await visibleOrder(context, parseId('ord', orderId, 'orderId'));
    if (!order) throw invalidInput('There is no such order.', ['orderId']);
    return followOrder(context, order.id, startOf(context, order, after));
  },
};
