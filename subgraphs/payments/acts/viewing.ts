import { isUser, may, type Identity } from '../../../platform/identity/identity';
import { isId } from '../../../platform/kernel/ids';
import type { Context } from '../context';
import type { PaymentRow, RefundRow } from '../data/tables';
import { paymentNotFound, refundNotFound, refuse } from '../errors';

/** A payment is for the eyes of its buyer and of the staff. */
export const maySee = (identity: Identity, payment: PaymentRow): boolean =>
  isUser(identity, payment.buyerId) || may(identity, 'payments:read');

/** @throws Refusal NOT_FOUND when there is none, or it is not for the viewer's eyes */
export async function visiblePayment(
  { repositories, identity }: Pick<Context, 'repositories' | 'identity'>,
  id: string,
): Promise<PaymentRow> {
  if (!isId('pay', id)) throw refuse('INVALID_INPUT', 'paymentId is not the id of a payment.', ['paymentId']);
  const payment = await repositories.payments.byId(id);
  if (!payment || !maySee(identity, payment)) throw paymentNotFound();
  return payment;
}

/** @throws Refusal NOT_FOUND */
export async function knownRefund({ repositories }: Pick<Context, 'repositories'>, id: string): Promise<RefundRow> {
  if (!isId('ref', id)) throw refuse('INVALID_INPUT', 'refundId is not the id of a refund.', ['refundId']);
  const refund = await repositories.refunds.byId(id);
  if (!refund) throw refundNotFound();
  return refund;
}
