import { required } from '../../../platform/kernel/batches';
import type { ShipmentResolvers } from '../__generated__/resolvers';
import { seesShipment } from '../visibility';

export const Shipment: ShipmentResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.shipmentById.load(id),
  service: async ({ serviceId }, _, { loaders }) => required(await loaders.serviceById.load(serviceId), serviceId),
  destination: ({ city, countryCode }) => ({ city, countryCode }),
  events: ({ id }, _, { loaders }) => loaders.scansOfShipment.load(id),
  order: (shipment, _, context) => (seesShipment(context, shipment) ? { id: shipment.orderId } : null),
  address: (shipment, _, context) => (seesShipment(context, shipment) ? shipment : null),
  courier: (shipment, _, context) => (seesShipment(context, shipment) ? shipment.courier : null),
};
