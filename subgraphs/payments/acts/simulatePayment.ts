import { inputId } from '../../../platform/kernel/input';
import { money } from '../../../platform/kernel/money';
import type { Context } from '../context';
import type { PaymentRow } from '../data/payments.repository';
import { isOpen, isPayable } from '../domain/payment';
import { paymentNotFound, refuse } from '../errors';
import type { Post } from '../simulated/delivery';
import { simulatedProvider } from '../simulated/provider';
import { visiblePayment } from '../visibility';

export type Simulation = { paymentId: string; outcome: string; idempotencyKey: string };

const notPayable = (payment: PaymentRow) =>
  isOpen(payment)
    ? refuse('ILLEGAL_STATE', 'The time to make this payment has passed.', ['paymentId'])
    : refuse('ILLEGAL_STATE', `The payment is ${payment.status.toLowerCase()}: it cannot be made.`, ['paymentId']);

/**
 * Lets the simulated bank answer, once an idempotency key. The provider keeps the key itself, so a repetition is known to
 * it, and the row of the payment changes by its webhook alone.
 * @throws Refusal NOT_FOUND, ILLEGAL_STATE when the payment cannot be made (any more), IDEMPOTENCY_CONFLICT
 */
export async function simulatePayment(
  context: Context,
  { paymentId, outcome, idempotencyKey }: Simulation,
  post: Post,
): Promise<void> {
  const payment = await visiblePayment(context, inputId('pay', paymentId, 'paymentId'));
  if (!payment) throw paymentNotFound();
  const key = await context.claim({ operation: 'simulatePayment', key: idempotencyKey, input: { paymentId, outcome } });
  const provider = simulatedProvider(context, post);
  if (!isPayable(payment, context.now())) {
    if (await provider.knows(key)) return;
    throw notPayable(payment);
  }
  const amount = money(payment.amount, payment.currency);
  const answer = await provider.charge({ paymentId, amount, source: outcome, idempotencyKey: key });
  // What came of it was heard by another request, perhaps after the payment was read here.
  if (answer === 'TAKEN_BEFORE') context.loaders.paymentById.clear(paymentId);
  if (answer === 'ALREADY_CHARGED')
    throw refuse('ILLEGAL_STATE', 'The payment was made by another attempt.', ['paymentId']);
}
