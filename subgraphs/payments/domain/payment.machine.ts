import { machine, type StateOf } from '../../../platform/machine/machine';

/** The life of an order's payment. What has succeeded can only be refunded, so paying and cancelling exclude each other. */
export const paymentMachine = machine({
  initial: 'PENDING',
  states: {
    PENDING: { succeed: 'SUCCEEDED', decline: 'FAILED', expire: 'EXPIRED', cancel: 'CANCELLED' },
    FAILED: { succeed: 'SUCCEEDED', expire: 'EXPIRED', cancel: 'CANCELLED' },
    SUCCEEDED: { refundPartially: 'PARTIALLY_REFUNDED', refund: 'REFUNDED' },
    PARTIALLY_REFUNDED: { refundPartially: 'PARTIALLY_REFUNDED', refund: 'REFUNDED' },
    EXPIRED: {},
    CANCELLED: {},
    REFUNDED: {},
  },
});
export type PaymentStatus = StateOf<typeof paymentMachine>;
