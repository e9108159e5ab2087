import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { setPrices } from '../../acts/setPrices';
import { draftPrices } from '../../domain/prices';

export const setVariantPrice: MutationResolvers['setVariantPrice'] = async (_, { input }, context) => {
  const id = inputId('var', input.variantId, 'variantId');
  const prices = draftPrices(input.prices, context.tenant.currencies);
  await context.transaction((tx) => setPrices(tx, id, prices));
  return { variant: await context.loaders.variantById.load(id), userErrors: [] };
};
