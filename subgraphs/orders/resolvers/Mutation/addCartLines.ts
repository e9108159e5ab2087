import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { changeCart } from '../../acts/changeCart';
import { addLines } from '../../domain/cart';
import { refuseLines } from '../../errors';

export const addCartLines: MutationResolvers['addCartLines'] = async (_, { input }, context) => {
  input.lines.forEach(({ variantId }, index) => inputId('var', variantId, 'lines', index, 'variantId'));
  const answer = await changeCart(context, input.cartId, (cart) => {
    const { lines, problems } = addLines(cart.lines, input.lines, () => context.newId('cln'));
    refuseLines(problems);
    return { lines, added: input.lines };
  });
  return { ...answer, userErrors: [] };
};
