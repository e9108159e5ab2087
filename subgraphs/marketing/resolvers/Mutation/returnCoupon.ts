import type { MutationResolvers } from '../../__generated__/resolvers';
import { returnCoupon as giveBack } from '../../acts/returnCoupon';

export const returnCoupon: MutationResolvers['returnCoupon'] = async (_, { input }, context) => {
  const id = await context.transaction((tx) => giveBack(tx, input.orderId));
  return { userCoupon: () => (id === null ? null : context.loaders.userCouponById.load(id)), userErrors: [] };
};
