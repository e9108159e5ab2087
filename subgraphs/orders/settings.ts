import { DAY, MINUTE } from '../../platform/kernel/clock';

const LONGEST_PAYMENT_MINUTES = 24 * 60;

function paymentMinutes(value = '15'): number {
  const minutes = Number(value);
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_PAYMENT_MINUTES) return minutes;
  throw new Error(`ORDERS_PAYMENT_MINUTES is "${value}": use whole minutes from 1 to ${LONGEST_PAYMENT_MINUTES}.`);
}

/** How long an order waits for its payment. */
export const TIME_TO_PAY = paymentMinutes(process.env.ORDERS_PAYMENT_MINUTES) * MINUTE;
/** Stock stays reserved beyond the time to pay, so that it is always the order that ends first, and gives it back. */
export const RESERVATION_GRACE = 10 * MINUTE;
/** How long after the delivery a buyer may still object; then the receipt counts as confirmed. */
export const TIME_TO_OBJECT = 7 * DAY;
/** How long a cart that nobody touches is kept. */
export const CART_LIFE = 60 * DAY;
