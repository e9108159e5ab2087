import type { MutationResolvers } from '../../__generated__/resolvers';
import { inputId } from '../../ids';
import { release } from '../../acts/reservations';

export const releaseStock: MutationResolvers['releaseStock'] = async (_, { input }, context) => {
  const orderId = inputId('ord', input.orderId, 'orderId');
  await context.transaction((tx) => release(tx, orderId));
  return { released: true, userErrors: [] };
};
