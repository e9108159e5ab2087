import { money } from '../../../platform/kernel/money';
import type { Transaction } from '../context';
import type { PaymentRow } from '../data/payments.repository';
import { unappliedCaptureEntry } from '../domain/ledger';
import type { ProviderEvent } from '../provider';

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
  const reason = `The charge came when the payment was ${payment.status.toLowerCase()}.`;
  await repositories.refunds.insert({
    id: refundId,
    paymentId: payment.id,
    status: 'APPROVED',
    automatic: true,
    chargeId,
    currency: currencyCode,
    amount: amountMinor,
    reason,
    requestedAt: now,
    approvedAt: now,
  });
  await tx.begin(refundId, 'APPROVED', reason);
  tx.log.warn(
    { paymentId: payment.id, refundId, status: payment.status },
    'a charge fits no open payment; it is paid back',
  );
  return refundId;
}
