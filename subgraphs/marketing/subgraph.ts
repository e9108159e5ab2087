import { defineSubgraph } from '../../platform/subgraph/definition';
import { tables } from './data/tables';
import {
  tellCancelled,
  tellDelivered,
  tellPaid,
  tellPlaced,
  tellRefund,
  tellRefunded,
  tellShipped,
  welcome,
} from './events';
import { expireCoupons } from './jobs';
import { loaders } from './loaders';
import { policies } from './policies';
import { repositories } from './repositories';
import { resolvers } from './resolvers';

/** Coupons, promotions and the message centre. */
export const marketing = defineSubgraph({
  name: 'marketing',
  folder: __dirname,
  tables,
  repositories,
  loaders,
  resolvers,
  policies,
  jobs: [expireCoupons],
  on: {
    'users.user-signed-up.v1': welcome,
    'orders.order-placed.v1': { atOnce: tellPlaced },
    'orders.order-paid.v1': { atOnce: tellPaid },
    'orders.order-shipped.v1': { atOnce: tellShipped },
    'orders.order-delivered.v1': { atOnce: tellDelivered },
    'orders.order-cancelled.v1': { atOnce: tellCancelled },
    'orders.order-refunded.v1': { atOnce: tellRefunded },
    'payments.refund-succeeded.v1': { atOnce: tellRefund },
  },
});
