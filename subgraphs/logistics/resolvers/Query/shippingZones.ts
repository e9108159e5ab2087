import type { QueryResolvers } from '../../__generated__/resolvers';

export const shippingZones: QueryResolvers['shippingZones'] = (_, _arguments, { repositories }) =>
  repositories.zones.all();
