import type { MutationResolvers } from '../../__generated__/resolvers';
import { changeCart } from '../../acts/carts';
import { updateLines } from '../../domain/cart';
import { checkId, refuseLines } from '../../errors';

export const updateCartLines: MutationResolvers['updateCartLines'] = async (_parent, { input }, context) => {
  input.lines.forEach(({ id }, index) => checkId('cln', id, 'lines', String(index), 'id'));
  const answer = await changeCart(context, input.cartId, (cart) => {
    const { lines, problems } = updateLines(cart.lines, input.lines);
    refuseLines(problems);
    return { lines };
  });
  return { ...answer, userErrors: [] };
};
