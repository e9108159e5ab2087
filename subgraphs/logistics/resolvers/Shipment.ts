import type { ShipmentResolvers } from '../__generated__/resolvers';
import { found } from '../loaders';
import { seesAll } from '../viewer';

export const Shipment: ShipmentResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.shipmentById.load(id),
  service: ({ serviceId }, _, { loaders }) => found(loaders.serviceById.load(serviceId)),
  destination: ({ city, countryCode }) => ({ city, countryCode }),
  events: ({ id }, _, { loaders }) => loaders.scansByShipment.load(id),
  order: (shipment, _, context) => (seesAll(context, shipment) ? { id: shipment.orderId } : null),
  address: (shipment, _, context) => (seesAll(context, shipment) ? shipment : null),
  courier: (shipment, _, context) => (seesAll(context, shipment) ? shipment.courier : null),
};
