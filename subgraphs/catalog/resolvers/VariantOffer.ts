import type { VariantOfferResolvers } from '../__generated__/resolvers';

export const VariantOffer: VariantOfferResolvers = {
  variantId: ({ id }) => id,
  variantName: ({ name }) => name,
  price: ({ price, currency }) => (price === null ? null : { minor: price, currency }),
  available: ({ stock }) => stock.onHand - stock.reserved,
};
