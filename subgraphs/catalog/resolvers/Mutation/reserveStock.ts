import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { reserve } from '../../acts/reserveStock';
import { checkReservation } from '../../domain/stock';

export const reserveStock: MutationResolvers['reserveStock'] = async (_, { input }, context) => {
  const { orderId, lines, expiresAt } = input;
  inputId('ord', orderId, 'orderId');
  checkReservation(lines, expiresAt, context.now());
  for (const [index, { variantId }] of lines.entries()) inputId('var', variantId, 'lines', index, 'variantId');
  await context.transaction((tx) => reserve(tx, { orderId, lines, expiresAt }));
  return { reserved: true, userErrors: [] };
};
