import type { ShippingZoneResolvers } from '../__generated__/resolvers';

export const ShippingZone: ShippingZoneResolvers = {
  areas: ({ code }, _, { loaders }) => loaders.areasOfZone.load(code),
  rates: ({ code }, _, { loaders }) => loaders.ratesOfZone.load(code),
};
