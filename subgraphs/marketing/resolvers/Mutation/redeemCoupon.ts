import type { MutationResolvers } from '../../__generated__/resolvers';
import { redeemCoupon as redeem } from '../../acts/redeemCoupon';

export const redeemCoupon: MutationResolvers['redeemCoupon'] = async (_, { input }, context) => {
  const id = await context.transaction((tx) => redeem(tx, input));
  return { userCoupon: () => context.loaders.userCouponById.load(id), userErrors: [] };
};
