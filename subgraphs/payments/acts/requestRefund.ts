import { isUser } from '../../../platform/identity/identity';
import { inputText, invalid } from '../../../platform/kernel/input';
import { money, toDecimal } from '../../../platform/kernel/money';
import type { Context, Transaction } from '../context';
import type { PaymentRow } from '../data/payments.repository';
import { REFUNDABLE } from '../domain/payment';
import { LONGEST_REASON, refundAmount } from '../domain/refund';
import { refundMachine } from '../domain/refund.machine';
import { paymentNotFound, refuse } from '../errors';
import { namedPayment } from '../visibility';

export type RefundRequest = {
  paymentId: string;
  /** Null for all that is left. */
  amount: { amount: string; currencyCode: string } | null;
  reason: string;
  idempotencyKey: string;
};

/** Why nothing, or not as much as asked, can be set aside. */
async function whyNot(tx: Transaction, { id }: PaymentRow): Promise<Error> {
  const payment = await tx.repositories.payments.byId(id);
  if (!payment) return paymentNotFound();
  const { status, captured, refundReserved, currency } = payment;
  if (!REFUNDABLE.includes(status))
    return refuse('ILLEGAL_STATE', `The payment is ${status.toLowerCase()}.`, ['paymentId']);
  if (captured === refundReserved) return refuse('ILLEGAL_STATE', 'Nothing is left to refund.', ['paymentId']);
  const left = toDecimal(money(captured - refundReserved, currency));
  return invalid(`No more than ${left} ${currency} is left to refund.`, 'amount', 'amount');
}

/** Sets the money aside and notes who waits for it. @returns the refund's id */
async function reserve(tx: Transaction, payment: PaymentRow, asked: number | null, reason: string): Promise<string> {
  const reserved = await tx.repositories.funds.reserveRefund(payment.id, asked);
  if (!reserved) throw await whyNot(tx, payment);
  const id = tx.newId('ref');
  const status = refundMachine.initial;
  await tx.repositories.refunds.insert({
    ...reserved,
    id,
    paymentId: payment.id,
    status,
    automatic: false,
    currency: payment.currency,
    reason,
    requestedAt: tx.now(),
  });
  tx.begin(id, status, reason);
  return id;
}

/**
 * Asks for money back, once an idempotency key. The amount is set aside at once, so that all refunds together never come
 * to more than was captured (invariant 3).
 * @returns the refund's id
 * @throws Refusal NOT_FOUND, INVALID_INPUT, ILLEGAL_STATE, IDEMPOTENCY_CONFLICT
 */
export function requestRefund(context: Context, request: RefundRequest): Promise<string> {
  const { idempotencyKey: key, ...input } = request;
  return context.idempotent({ operation: 'requestRefund', key, input }, async (tx) => {
    const reason = inputText(request.reason, LONGEST_REASON, 'reason');
    const payment = await namedPayment(tx, request.paymentId);
    if (!isUser(tx.identity, payment.buyerId)) tx.audit({ action: 'payments.requestRefund', details: request });
    const asked = request.amount && refundAmount(request.amount, payment.currency).minor;
    return reserve(tx, payment, asked, reason);
  });
}
