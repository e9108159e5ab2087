import { maySee } from '../../platform/identity/identity';
import { inputId } from '../../platform/kernel/input';
import type { Context, Transaction } from './context';
import type { PaymentRow } from './data/payments.repository';
import type { RefundRow } from './data/refunds.repository';
import { paymentNotFound, refundNotFound } from './errors';

/** A payment is for the eyes of its buyer and of the staff. */
export const seesPayment = ({ identity }: Pick<Context, 'identity'>, { buyerId }: PaymentRow): boolean =>
  maySee(identity, buyerId, 'payments:read');

/** A payment that the caller may know of; null when there is none. */
export async function visiblePayment(context: Context, id: string): Promise<PaymentRow | null> {
  const payment = await context.loaders.paymentById.load(id);
  return payment && seesPayment(context, payment) ? payment : null;
}

/** The payment that a mutation names. @throws Refusal INVALID_INPUT, NOT_FOUND when it is not for the caller's eyes, too */
export async function namedPayment(scope: Context | Transaction, id: string): Promise<PaymentRow> {
  inputId('pay', id, 'paymentId');
  const payment = await scope.repositories.payments.byId(id);
  if (!payment || !seesPayment(scope, payment)) throw paymentNotFound();
  return payment;
}

/** The refund that a mutation of the staff names. @throws Refusal INVALID_INPUT, NOT_FOUND */
export async function namedRefund({ repositories }: Transaction, id: string): Promise<RefundRow> {
  inputId('ref', id, 'refundId');
  const refund = await repositories.refunds.byId(id);
  if (!refund) throw refundNotFound();
  return refund;
}
