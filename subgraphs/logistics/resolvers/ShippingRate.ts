import type { ShippingRateResolvers } from '../__generated__/resolvers';
import { found } from '../loaders';

export const ShippingRate: ShippingRateResolvers = {
  service: ({ serviceId }, _, { loaders }) => found(loaders.serviceById.load(serviceId)),
  base: ({ baseMinor, currency }) => ({ minor: baseMinor, currency }),
  perKg: ({ perKgMinor, currency }) => ({ minor: perKgMinor, currency }),
};
