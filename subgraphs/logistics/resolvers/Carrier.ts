import { may } from '../../../platform/identity/identity';
import type { CarrierResolvers } from '../__generated__/resolvers';

export const Carrier: CarrierResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.carrierById.load(id),
  services: ({ id }, _, { loaders }) => loaders.servicesOfCarrier.load(id),
  // Carriers are for everybody, those who drive for them are not.
  couriers: ({ id }, _, { loaders, identity }) =>
    may(identity, 'shipments:read') ? loaders.couriersOfCarrier.load(id) : [],
};
