import type { MutationResolvers } from '../../__generated__/resolvers';
import { changeCart } from '../../acts/carts';

export const removeCoupon: MutationResolvers['removeCoupon'] = async (_parent, { input }, context) => ({
  ...(await changeCart(context, input.cartId, () => ({ couponCode: null }))),
  userErrors: [],
});
