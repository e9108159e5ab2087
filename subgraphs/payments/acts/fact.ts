import type { PaymentRow } from '../data/payments.repository';

/** What every event of a payment tells. */
export const factOf = ({ id, orderId, amount, currency }: PaymentRow) => ({
  paymentId: id,
  orderId,
  amountMinor: amount,
  currencyCode: currency,
});
