import { money } from '../../../platform/kernel/money';
import type { Transaction } from '../context';
import type { PaymentRow } from '../data/payments.repository';
import { unappliedCaptureEntry } from '../domain/ledger';
import type { ProviderEvent } from '../provider';

/** The refund of a charge that nobody asked for, agreed to as it is made. */
const automaticRefund = (payment: PaymentRow, event: ProviderEvent, at: Date) => ({
  paymentId: payment.id,
  status: 'APPROVED' as const,
  automatic: true,
  chargeId: event.chargeId,
  currency: event.currencyCode,
  amount: event.amountMinor,
  reason: `The charge came when the payment was ${payment.status.toLowerCase()}.`,
  requestedAt: at,
  approvedAt: at,
});

/**
 * Books a charge that came for a payment already given up, or a second one for a payment already made, together with the
 * refund that gives it back. The payment stays as it is.
 * @returns the refund's id; null when the charge was booked before
 */
export async function captureUnapplied(
  tx: Transaction,
  payment: PaymentRow,
  event: ProviderEvent,
): Promise<string | null> {
  const { chargeId, amountMinor, currencyCode } = event;
  const { repositories } = tx;
  const now = tx.now();
  const entry = unappliedCaptureEntry(chargeId, money(amountMinor, currencyCode));
  if (!(await repositories.ledger.book(tx.newId('jrn'), entry, now))) return null;
  await repositories.funds.captureUnapplied(payment.id, amountMinor);
  const refundId = tx.newId('ref');
  const refund = automaticRefund(payment, event, now);
  await repositories.refunds.insert({ ...refund, id: refundId });
  tx.begin(refundId, refund.status, refund.reason);
  tx.log.warn(
    { paymentId: payment.id, refundId, status: payment.status },
    'a charge fits no open payment; it is paid back',
  );
  return refundId;
}
