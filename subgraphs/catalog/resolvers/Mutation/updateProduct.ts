import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { changeProduct } from '../../acts/changeProduct';
import { draftChange } from '../../domain/product';

export const updateProduct: MutationResolvers['updateProduct'] = async (_, { input }, context) => {
  const { productId, expectedRevision = null, categorySlug = null, ...change } = input;
  const id = inputId('prd', productId, 'productId');
  const set = draftChange(change);
  await context.transaction((tx) => changeProduct(tx, id, { set, categorySlug, expectedRevision }));
  return { product: await context.loaders.productById.load(id), userErrors: [] };
};
