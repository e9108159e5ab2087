import type { PickupPointResolvers } from '../__generated__/resolvers';

const METRES = 1000;

export const PickupPoint: PickupPointResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.pickupPointById.load(id),
  address: (point) => point,
  location: ({ latitude, longitude }) => ({ latitude, longitude }),
  distanceKm: ({ distanceKm }) => (distanceKm === null ? null : Math.round(distanceKm * METRES) / METRES),
};
