import { required } from '../../../platform/kernel/batches';
import type { CarrierServiceResolvers } from '../__generated__/resolvers';

export const CarrierService: CarrierServiceResolvers = {
  carrier: async ({ carrierId }, _, { loaders }) => required(await loaders.carrierById.load(carrierId), carrierId),
};
