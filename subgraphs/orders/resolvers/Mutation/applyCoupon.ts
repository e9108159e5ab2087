import type { MutationResolvers } from '../../__generated__/resolvers';
import { changeCart, viewerId } from '../../acts/carts';
import { refuse } from '../../errors';

const LONGEST_CODE = 100;

export const applyCoupon: MutationResolvers['applyCoupon'] = async (_parent, { input }, context) => {
  const couponCode = input.code.trim();
  if (couponCode === '' || couponCode.length > LONGEST_CODE) {
    throw refuse('INVALID_INPUT', `A coupon's code has 1 to ${LONGEST_CODE} characters.`, ['code']);
  }
  // A coupon belongs to a person: so does the cart from now on.
  const buyerId = viewerId(context);
  const answer = await changeCart(context, input.cartId, () => ({ couponCode, buyerId, applied: true }));
  return { ...answer, userErrors: [] };
};
