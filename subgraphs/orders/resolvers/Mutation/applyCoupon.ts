import { callerId } from '../../../../platform/identity/identity';
import { inputText } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { changeCart } from '../../acts/changeCart';

const LONGEST_CODE = 100;

export const applyCoupon: MutationResolvers['applyCoupon'] = async (_, { input }, context) => {
  const couponCode = inputText(input.code, LONGEST_CODE, 'code');
  // A coupon belongs to a person: so does the cart from now on.
  const buyerId = callerId(context.identity);
  const answer = await changeCart(context, input.cartId, () => ({ couponCode, buyerId, applied: true }));
  return { ...answer, userErrors: [] };
};
