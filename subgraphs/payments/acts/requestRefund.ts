import { money, toDecimal } from '../../../platform/kernel/money';
import type { Context, Transaction } from '../context';
import type { PaymentRow } from '../data/tables';
import { parseAmount, parseReason } from '../domain/refund';
import { refundMachine } from '../domain/refund.machine';
import { refuse } from '../errors';
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

const nothingLeft = ({ status, captured }: PaymentRow) =>
  refuse(
    'ILLEGAL_STATE',
    captured === 0 ? `The payment is ${status.toLowerCase()}: nothing was captured.` : 'Nothing is left to refund.',
    ['paymentId'],
  );

/** Sets the money aside. @throws Refusal ILLEGAL_STATE when nothing is left, INVALID_INPUT when less is left than asked */
async function reserve(tx: Transaction, payment: PaymentRow, asked: number | null): Promise<number> {
  const reserved = await tx.repositories.payments.reserveRefund(payment.id, asked);
  if (reserved !== null) return reserved;
  const now = (await tx.repositories.payments.byId(payment.id)) ?? payment;
  const left = now.captured - now.refundReserved;
  if (left <= 0) throw nothingLeft(now);
  throw refuse(
    'INVALID_INPUT',
    `No more than ${toDecimal(money(left, now.currency))} ${now.currency} is left to refund.`,
    ['amount', 'amount'],
  );
}

async function record(
  tx: Transaction,
  { id: paymentId, currency, chargeId }: PaymentRow,
  amount: number,
  reason: string,
): Promise<string> {
  if (chargeId === null) throw new Error(`The payment ${paymentId} was captured without a charge.`);
  const refundId = tx.newId('ref');
  const status = refundMachine.initial;
  const requestedAt = tx.now();
  await tx.repositories.refunds.insert({
    id: refundId,
    paymentId,
    status,
    automatic: false,
    chargeId,
    currency,
    amount,
    reason,
    requestedAt,
  });
  await tx.begin(refundId, status, reason);
  return refundId;
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
    const amount = await reserve(tx, payment, minorAsked(request, payment));
    return record(tx, payment, amount, reason);
  });
}
