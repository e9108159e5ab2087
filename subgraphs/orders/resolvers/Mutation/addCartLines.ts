import type { MutationResolvers } from '../../__generated__/resolvers';
import { changeCart, checkVariants } from '../../acts/carts';
import { addLines } from '../../domain/cart';
import { refuseLines } from '../../errors';

export const addCartLines: MutationResolvers['addCartLines'] = async (_parent, { input }, context) => {
  checkVariants(input.lines);
  const answer = await changeCart(context, input.cartId, (cart) => {
    const { lines, problems } = addLines(cart.lines, input.lines, () => context.newId('cln'));
    refuseLines(problems);
    return { lines, added: input.lines };
  });
  return { ...answer, userErrors: [] };
};
