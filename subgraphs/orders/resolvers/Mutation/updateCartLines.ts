import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { changeCart } from '../../acts/changeCart';
import { updateLines } from '../../domain/cart';
import { refuseLines } from '../../errors';

export const updateCartLines: MutationResolvers['updateCartLines'] = async (_, { input }, context) => {
  input.lines.forEach(({ id }, index) => inputId('cln', id, 'lines', index, 'id'));
  const answer = await changeCart(context, input.cartId, (cart) => {
    const { lines, problems } = updateLines(cart.lines, input.lines);
    refuseLines(problems);
    return { lines };
  });
  return { ...answer, userErrors: [] };
};
