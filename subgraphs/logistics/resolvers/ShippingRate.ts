import { required } from '../../../platform/kernel/batches';
import type { ShippingRateResolvers } from '../__generated__/resolvers';

export const ShippingRate: ShippingRateResolvers = {
  service: async ({ serviceId }, _, { loaders }) => required(await loaders.serviceById.load(serviceId), serviceId),
  base: ({ baseMinor, currency }) => ({ minor: baseMinor, currency }),
  perKg: ({ perKgMinor, currency }) => ({ minor: perKgMinor, currency }),
};
