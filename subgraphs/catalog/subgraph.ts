import { ProductChanged } from '../../platform/contracts/catalog';
import { defineSubgraph } from '../../platform/subgraph/definition';
import { tables } from './data/tables';
import { noteReceipt, restockRecalled, sellStock } from './events';
import { releaseExpiredReservations } from './jobs';
import { loaders } from './loaders';
import { policies } from './policies';
import { repositories } from './repositories';
import { resolvers } from './resolvers';

/** What the shop sells, at which price, how much of it there is, and what buyers think of it. */
export const catalog = defineSubgraph({
  name: 'catalog',
  folder: __dirname,
  tables,
  repositories,
  loaders,
  resolvers,
  policies,
  jobs: [releaseExpiredReservations],
  publishes: [ProductChanged],
  on: {
    'orders.order-paid.v1': sellStock,
    'logistics.shipment-recalled.v1': restockRecalled,
    'orders.order-delivered.v1': noteReceipt,
  },
});
