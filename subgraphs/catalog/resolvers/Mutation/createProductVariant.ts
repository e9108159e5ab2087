import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { addVariant } from '../../acts/addVariants';

export const createProductVariant: MutationResolvers['createProductVariant'] = async (_, { input }, context) => {
  const productId = inputId('prd', input.productId, 'productId');
  const id = await context.transaction((tx) => addVariant(tx, productId, input.variant));
  return { variant: await context.loaders.variantById.load(id), userErrors: [] };
};
