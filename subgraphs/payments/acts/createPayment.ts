import { PaymentSucceeded } from '../../../platform/contracts/payments';
import { inputId } from '../../../platform/kernel/input';
import type { Money } from '../../../platform/kernel/money';
import type { Context, Transaction } from '../context';
import type { PaymentRow } from '../data/payments.repository';
import { type PaymentMethod, payments } from '../data/tables';
import { paymentMachine } from '../domain/payment.machine';
import { refuse } from '../errors';
import { factOf } from './fact';

export type NewPayment = { orderId: string; buyerId: string; amount: Money; method: PaymentMethod; expiresAt: Date };

const isSame = (row: PaymentRow, { buyerId, amount }: NewPayment): boolean =>
  row.buyerId === buyerId && row.amount === amount.minor && row.currency === amount.currency;

/** Nothing is to be paid, so nothing is charged and nothing booked. */
async function succeedAtOnce(tx: Transaction, { id }: PaymentRow): Promise<PaymentRow> {
  const reason = 'There is nothing to pay.';
  const paid = await tx.transition({ machine: paymentMachine, table: payments, id, event: 'succeed', reason });
  if (!paid) throw new Error(`The new payment ${id} cannot succeed.`);
  tx.publish(PaymentSucceeded, factOf(paid));
  return paid;
}

/**
 * Opens the payment of an order, once an order.
 * @throws Refusal INVALID_INPUT, IDEMPOTENCY_CONFLICT when the order has a payment over something else
 */
export function createPayment(context: Context, payment: NewPayment): Promise<PaymentRow> {
  const { orderId, buyerId, amount, method, expiresAt } = payment;
  inputId('ord', orderId, 'orderId');
  inputId('usr', buyerId, 'buyerId');
  return context.transaction(async (tx) => {
    const created = await tx.repositories.payments.insert({
      id: tx.newId('pay'),
      orderId,
      buyerId,
      status: paymentMachine.initial,
      method,
      currency: amount.currency,
      amount: amount.minor,
      expiresAt,
      createdAt: tx.now(),
    });
    if (!created) return before(tx, payment);
    tx.begin(created.id, created.status);
    return amount.minor === 0 ? succeedAtOnce(tx, created) : created;
  });
}

async function before(tx: Transaction, payment: NewPayment): Promise<PaymentRow> {
  const known = await tx.repositories.payments.ofOrder(payment.orderId);
  if (known && isSame(known, payment)) return known;
  throw refuse('IDEMPOTENCY_CONFLICT', 'The order has a payment over another amount or of another buyer.', ['orderId']);
}
