import type { MutationResolvers } from '../../__generated__/resolvers';
import { freshProduct } from '../../fresh';
import { draftChange } from '../../domain/product';
import { inputId } from '../../ids';
import { changeProduct } from '../../acts/products';

export const updateProduct: MutationResolvers['updateProduct'] = async (_, { input }, context) => {
  const { productId, expectedRevision = null, categorySlug = null, ...change } = input;
  const id = inputId('prd', productId, 'productId');
  const set = draftChange(change);
  await context.transaction((tx) => changeProduct(tx, id, { set, categorySlug, expectedRevision }));
  return { product: await freshProduct(context, id), userErrors: [] };
};
