import type { MutationResolvers } from '../../__generated__/resolvers';
import { freshVariant } from '../../fresh';
import { draftPrices } from '../../domain/prices';
import { inputId } from '../../ids';
import { setPrices } from '../../acts/variants';

export const setVariantPrice: MutationResolvers['setVariantPrice'] = async (_, { input }, context) => {
  const id = inputId('var', input.variantId, 'variantId');
  const prices = draftPrices(input.prices, context.tenant.currencies);
  await context.transaction((tx) => setPrices(tx, id, prices));
  return { variant: await freshVariant(context, id), userErrors: [] };
};
