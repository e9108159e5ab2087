import type { MutationResolvers } from '../../__generated__/resolvers';
import { changeCart } from '../../acts/changeCart';

export const removeCoupon: MutationResolvers['removeCoupon'] = async (_, { input }, context) => ({
  ...(await changeCart(context, input.cartId, () => ({ couponCode: null }))),
  userErrors: [],
});
