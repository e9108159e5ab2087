import { parseId } from '../../../../platform/kernel/ids';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { seesCoupon } from '../../visibility';

export const coupon: QueryResolvers['coupon'] = async (_, { id }, context) => {
  const found = await context.loaders.couponById.load(parseId('cpn', id, 'id'));
  return found && seesCoupon(context, found) ? found : null;
};
