import type { ShippingZoneResolvers } from '../__generated__/resolvers';

export const ShippingZone: ShippingZoneResolvers = {
  areas: ({ code }, _, { loaders }) => loaders.areasByZone.load(code),
  rates: ({ code }, _, { loaders }) => loaders.ratesByZone.load(code),
};
