import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { createCart as create } from '../../acts/createCart';

export const createCart: MutationResolvers['createCart'] = async (_, { input }, context) => {
  const lines = input.lines ?? [];
  lines.forEach(({ variantId }, index) => inputId('var', variantId, 'lines', index, 'variantId'));
  return { ...(await create(context, input.currencyCode ?? context.currency, lines)), userErrors: [] };
};
