import {
  PaymentCancelled,
  PaymentExpired,
  PaymentFailed,
  PaymentSucceeded,
  RefundSucceeded,
} from '../../platform/contracts/payments';
import { defineSubgraph } from '../../platform/subgraph/definition';
import { tables } from './data/tables';
import { expirePayments, payUnpaidRefunds, redeliverWebhooks } from './jobs';
import { loaders } from './loaders';
import { policies } from './policies';
import { repositories } from './repositories';
import { resolvers } from './resolvers';
import { refundPayment } from './sagas/refundPayment';
import { simulatedWebhook } from './webhooks/route';

/** Payments of orders, their refunds, and the ledger of both. */
export const payments = defineSubgraph({
  name: 'payments',
  folder: __dirname,
  tables,
  repositories,
  loaders,
  resolvers,
  policies,
  sagas: [refundPayment],
  jobs: [expirePayments, redeliverWebhooks, payUnpaidRefunds],
  routes: [simulatedWebhook],
  publishes: [PaymentSucceeded, PaymentFailed, PaymentExpired, PaymentCancelled, RefundSucceeded],
});
