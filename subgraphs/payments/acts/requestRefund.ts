import { money, toDecimal } from '../../../platform/kernel/money';
import type { Context, Transaction } from '../context';
import type { PaymentRow } from '../data/tables';
import { REFUNDABLE } from '../domain/payment';
import { parseAmount, parseReason } from '../domain/refund';
import { refundMachine } from '../domain/refund.machine';
import { paymentNotFound, refuse } from '../errors';
import { visiblePayment } from './viewing';

export type RefundRequest = {
  paymentId: string;
  /** Null for all that is left. */
  amount: { amount: string; currencyCode: string } | null;
  reason: string;
  idempotencyKey: string;
};

/** @throws Refusal INVALID_INPUT */
export function reasonOf(reason: string): string {
  const text = parseReason(reason);
  if (text === null) throw refuse('INVALID_INPUT', 'Give a reason of 1 to 500 characters.', ['reason']);
  return text;
}

function minorAsked({ amount }: RefundRequest, { currency }: PaymentRow): number | null {
  if (amount === null) return null;
  const parsed = parseAmount(amount, currency);
  if ('minor' in parsed) return parsed.minor;
  throw refuse('INVALID_INPUT', parsed.message, ['amount', parsed.field]);
}

/** Why nothing, or not as much as asked, can be set aside. */
async function whyNot(tx: Transaction, { id }: PaymentRow): Promise<Error> {
  const payment = await tx.repositories.payments.byId(id);
  if (!payment) return paymentNotFound();
  const { status, captured, refundReserved, currency } = payment;
  if (!REFUNDABLE.includes(status))
    return refuse('ILLEGAL_STATE', `The payment is ${status.toLowerCase()}.`, ['paymentId']);
  if (captured === refundReserved) return refuse('ILLEGAL_STATE', 'Nothing is left to refund.', ['paymentId']);
  const left = toDecimal(money(captured - refundReserved, currency));
  return refuse('INVALID_INPUT', `No more than ${left} ${currency} is left to refund.`, ['amount', 'amount']);
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
  await tx.begin(id, status, reason);
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
    const reason = reasonOf(request.reason);
    const payment = await visiblePayment(tx, request.paymentId);
    return reserve(tx, payment, minorAsked(request, payment), reason);
  });
}
