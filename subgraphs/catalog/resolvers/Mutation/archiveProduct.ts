import type { MutationResolvers } from '../../__generated__/resolvers';
import { freshProduct } from '../../fresh';
import { inputId } from '../../ids';
import { archiveProduct as archive } from '../../acts/products';

export const archiveProduct: MutationResolvers['archiveProduct'] = async (_, { input }, context) => {
  const id = inputId('prd', input.productId, 'productId');
  await context.transaction((tx) => archive(tx, id));
  return { product: await freshProduct(context, id), userErrors: [] };
};
