import { event } from '../events/event';

type PaymentFact = { paymentId: string; orderId: string; amountMinor: number; currencyCode: string };

export const PaymentSucceeded = event<PaymentFact>()(
  'payments.payment-succeeded.v1',
  'The provider has captured a payment.',
);

export const PaymentFailed = event<PaymentFact & { reason: string }>()(
  'payments.payment-failed.v1',
  'The provider has declined a payment; the buyer may try again until it expires.',
);

export const PaymentExpired = event<PaymentFact>()(
  'payments.payment-expired.v1',
  'A payment was not made in time and can no longer be made.',
);

export const PaymentCancelled = event<PaymentFact>()(
  'payments.payment-cancelled.v1',
  'A payment was given up before it was made, because its order was cancelled.',
);

export const RefundSucceeded = event<
  PaymentFact & { refundId: string; refundedMinor: number; full: boolean; buyerId: string }
>()(
  'payments.refund-succeeded.v1',
  'Money was paid back. `amountMinor` is this refund, `refundedMinor` all refunds of the payment so far.',
);
