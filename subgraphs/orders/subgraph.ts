import {
  OrderCancelled,
  OrderCompleted,
  OrderDelivered,
  OrderPaid,
  OrderPlaced,
  OrderRefunded,
  OrderShipped,
} from '../../platform/contracts/orders';
import { defineSubgraph } from '../../platform/subgraph/definition';
import { tables } from './data/tables';
import { followShipment, markPaid, markRefunded, markShipped, tellOfPayment, tellOfShipment } from './events';
import { confirmReceipt, expireUnpaidOrders, purgeAbandonedCarts } from './jobs';
import { loaders } from './loaders';
import { policies } from './policies';
import { repositories } from './repositories';
import { resolvers } from './resolvers';
import { cancelOrder } from './sagas/cancelOrder';
import { placeOrder } from './sagas/placeOrder';

/** Carts, and what becomes of them: orders, from placing to the last word. */
export const orders = defineSubgraph({
  name: 'orders',
  folder: __dirname,
  tables,
  repositories,
  loaders,
  resolvers,
  policies,
  sagas: [placeOrder, cancelOrder],
  jobs: [expireUnpaidOrders, confirmReceipt, purgeAbandonedCarts],
  publishes: [OrderPlaced, OrderPaid, OrderShipped, OrderDelivered, OrderCompleted, OrderCancelled, OrderRefunded],
  on: {
    'payments.payment-succeeded.v1': { atOnce: markPaid },
    'payments.payment-failed.v1': { atOnce: tellOfPayment },
    'payments.payment-expired.v1': { atOnce: tellOfPayment },
    'payments.payment-cancelled.v1': { atOnce: tellOfPayment },
    'payments.refund-succeeded.v1': markRefunded,
    'logistics.shipment-created.v1': { atOnce: tellOfShipment },
    'logistics.shipment-dispatched.v1': markShipped,
    'logistics.shipment-scanned.v1': followShipment,
  },
});
