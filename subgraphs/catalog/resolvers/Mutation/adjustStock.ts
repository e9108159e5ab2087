import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { adjust } from '../../acts/adjustStock';
import { checkAdjustment } from '../../domain/stock';

export const adjustStock: MutationResolvers['adjustStock'] = async (_, { input }, context) => {
  const { idempotencyKey: key, expectedOnHand = null, ...rest } = input;
  const id = inputId('var', rest.variantId, 'variantId');
  const adjustment = { delta: rest.delta, reason: rest.reason.trim(), expectedOnHand };
  checkAdjustment(adjustment);
  await context.idempotent({ operation: 'adjustStock', key, input: { id, ...adjustment } }, (tx) =>
    adjust(tx, id, adjustment),
  );
  return { variant: await context.loaders.variantById.load(id), userErrors: [] };
};
