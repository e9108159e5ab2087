import type { MutationResolvers } from '../../__generated__/resolvers';
import { createProduct as create } from '../../acts/createProduct';
import { draftProduct } from '../../domain/product';

export const createProduct: MutationResolvers['createProduct'] = async (_, { input }, context) => {
  const draft = draftProduct(input, context.tenant.currencies);
  const id = await context.transaction((tx) => create(tx, draft));
  return { product: await context.loaders.productById.load(id), userErrors: [] };
};
