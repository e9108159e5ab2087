import type { Handlers } from '../../platform/subgraph/definition';
import { createShipment } from './acts/createShipment';
import { recallShipment } from './acts/recallShipment';
import type { repositories } from './repositories';

export const on: Handlers<typeof repositories> = {
  'orders.order-paid.v1': createShipment,
  'orders.order-refunded.v1': (tx, { orderId }) => recallShipment(tx, orderId),
};
