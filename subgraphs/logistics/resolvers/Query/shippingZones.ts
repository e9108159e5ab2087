import type { QueryResolvers } from '../../__generated__/resolvers';

export const shippingZones: QueryResolvers['shippingZones'] = (_, _args, { repositories }) => repositories.zones.all();
