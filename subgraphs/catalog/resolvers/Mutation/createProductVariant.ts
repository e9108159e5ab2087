import type { MutationResolvers } from '../../__generated__/resolvers';
import { freshVariant } from '../../fresh';
import { inputId } from '../../ids';
import { addVariant } from '../../acts/variants';

export const createProductVariant: MutationResolvers['createProductVariant'] = async (_, { input }, context) => {
  const productId = inputId('prd', input.productId, 'productId');
  const id = await context.transaction((tx) => addVariant(tx, productId, input.variant));
  return { variant: await freshVariant(context, id), userErrors: [] };
};
