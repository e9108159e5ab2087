import { may } from '../../../../platform/identity/identity';
import { parseId } from '../../../../platform/kernel/ids';
import type { QueryResolvers } from '../../__generated__/resolvers';

export const coupon: QueryResolvers['coupon'] = async (_, { id }, { identity, loaders }) => {
  const found = await loaders.coupon.load(parseId('cpn', id, 'id'));
  return found?.issue === 'CLAIM' || may(identity, 'coupons:write') ? found : null;
};
