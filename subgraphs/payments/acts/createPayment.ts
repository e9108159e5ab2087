import { PaymentSucceeded } from '../../../platform/contracts/payments';
import { inputId } from '../../../platform/kernel/input';
import type { Money } from '../../../platform/kernel/money';
import type { Context, Scope, Transaction } from '../context';
import type { PaymentRow } from '../data/payments.repository';
import { type PaymentMethod, payments } from '../data/tables';
import { NOBODY } from '../domain/payment';
import { paymentMachine } from '../domain/payment.machine';
import { refuse } from '../errors';
import { factOf } from './fact';

export type NewPayment = { orderId: string; buyerId: string; amount: Money; method: PaymentMethod; expiresAt: Date };

const isSame = (row: PaymentRow, { buyerId, amount }: NewPayment): boolean =>
  row.buyerId === buyerId && row.amount === amount.minor && row.currency === amount.currency;

async function before(scope: Scope, payment: NewPayment): Promise<PaymentRow> {
  const known = await scope.repositories.payments.ofOrder(payment.orderId);
  if (known && isSame(known, payment)) return known;
  if (known?.buyerId === NOBODY) throw refuse('ILLEGAL_STATE', 'The order was given up before.', ['orderId']);
  throw refuse('IDEMPOTENCY_CONFLICT', 'The order has a payment over another amount or of another buyer.', ['orderId']);
}

const open = (scope: Scope, { orderId, buyerId, amount, method, expiresAt }: NewPayment): Promise<PaymentRow | null> =>
  scope.repositories.payments.open(
    {
      id: scope.newId('pay'),
      orderId,
      buyerId,
      status: paymentMachine.initial,
      method,
      currency: amount.currency,
      amount: amount.minor,
      expiresAt,
      createdAt: scope.now(),
    },
    scope.actor,
  );

/** Nothing is to be paid, so nothing is charged and nothing booked. */
async function succeedAtOnce(tx: Transaction, payment: NewPayment): Promise<PaymentRow> {
  const created = await open(tx, payment);
  if (!created) return before(tx, payment);
  const { id } = created;
  const reason = 'There is nothing to pay.';
  const paid = await tx.transition({ machine: paymentMachine, table: payments, id, event: 'succeed', reason });
  if (!paid) throw new Error(`The new payment ${id} cannot succeed.`);
  tx.publish(PaymentSucceeded, factOf(paid));
  return paid;
}

/**
 * Opens the payment of an order, once an order.
 * @throws Refusal INVALID_INPUT; IDEMPOTENCY_CONFLICT when the order has a payment over something else; ILLEGAL_STATE when it
 * was given up before its payment was opened
 */
export async function createPayment(context: Context, payment: NewPayment): Promise<PaymentRow> {
  inputId('ord', payment.orderId, 'orderId');
  inputId('usr', payment.buyerId, 'buyerId');
  if (payment.amount.minor === 0) return context.transaction((tx) => succeedAtOnce(tx, payment));
  return (await open(context, payment)) ?? before(context, payment);
}
