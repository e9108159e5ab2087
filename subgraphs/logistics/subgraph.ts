import {
  ShipmentCreated,
  ShipmentDispatched,
  ShipmentRecalled,
  ShipmentScanned,
} from '../../platform/contracts/logistics';
import { defineSubgraph } from '../../platform/subgraph/definition';
import { tables } from './data/tables';
import { recallRefunded, shipPaid } from './events';
import { loaders } from './loaders';
import { policies } from './policies';
import { repositories } from './repositories';
import { resolvers } from './resolvers';
import { playDelivery } from './sagas/playDelivery';

/** Carriers and their rates, quotes, shipments and their tracking, pick-up points. */
export const logistics = defineSubgraph({
  name: 'logistics',
  folder: __dirname,
  tables,
  repositories,
  loaders,
  resolvers,
  policies,
  sagas: [playDelivery],
  publishes: [ShipmentCreated, ShipmentDispatched, ShipmentRecalled, ShipmentScanned],
  on: {
    'orders.order-paid.v1': { atOnce: shipPaid },
    'orders.order-refunded.v1': recallRefunded,
  },
});
