import type { VariantStockResolvers } from '../__generated__/resolvers';

export const VariantStock: VariantStockResolvers = {
  available: ({ onHand, reserved }) => onHand - reserved,
};
