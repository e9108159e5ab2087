import type { OrderResolvers } from '../__generated__/resolvers';
import { seesShipment } from '../visibility';

export const Order: OrderResolvers = {
  // The gateway may come here without having asked the orders room: so this room looks who is asking, too.
  async shipments({ id }, _, context) {
    const shipments = await context.loaders.shipmentsOfOrder.load(id);
    return shipments.filter((shipment) => seesShipment(context, shipment));
  },
};
