import type { CarrierServiceResolvers } from '../__generated__/resolvers';
import { found } from '../loaders';

export const CarrierService: CarrierServiceResolvers = {
  carrier: ({ carrierId }, _, { loaders }) => found(loaders.carrierById.load(carrierId)),
};
