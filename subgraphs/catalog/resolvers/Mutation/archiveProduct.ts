import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { archiveProduct as archive } from '../../acts/archiveProduct';

export const archiveProduct: MutationResolvers['archiveProduct'] = async (_, { input }, context) => {
  const id = inputId('prd', input.productId, 'productId');
  await context.transaction((tx) => archive(tx, id));
  return { product: await context.loaders.productById.load(id), userErrors: [] };
};
