import type { Handlers } from '../../platform/subgraph/definition';
import { shipmentCreated, shipmentDispatched, shipmentScanned } from './handlers/logistics';
import { paymentNotMade, paymentSucceeded, refundSucceeded } from './handlers/payments';
import type { repositories } from './repositories';

/** What the room hears, and what it does about it. */
export const on: Handlers<typeof repositories> = {
  'payments.payment-succeeded.v1': paymentSucceeded,
  'payments.payment-failed.v1': paymentNotMade,
  'payments.payment-expired.v1': paymentNotMade,
  'payments.payment-cancelled.v1': paymentNotMade,
  'payments.refund-succeeded.v1': refundSucceeded,
  'logistics.shipment-created.v1': shipmentCreated,
  'logistics.shipment-dispatched.v1': shipmentDispatched,
  'logistics.shipment-scanned.v1': shipmentScanned,
};
