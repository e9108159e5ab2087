import { RefundSucceeded } from '../../../platform/contracts/payments';
import { money } from '../../../platform/kernel/money';
import type { Context, Transaction } from '../context';
import type { PaymentRow } from '../data/payments.repository';
import type { RefundRow } from '../data/refunds.repository';
import { payments, refunds } from '../data/tables';
import { refundEntry } from '../domain/ledger';
import { paymentMachine } from '../domain/payment.machine';
import { refundMachine } from '../domain/refund.machine';
import { simulatedProvider } from '../simulated/provider';
import { factOf } from './fact';

async function refundOf(context: Pick<Context, 'repositories'>, refundId: string): Promise<RefundRow> {
  const refund = await context.repositories.refunds.byId(refundId);
  if (!refund) throw new Error(`There is no refund ${refundId}.`);
  return refund;
}

/** Has the provider pay an approved refund back, once however often it is asked. @returns why it refuses; null when it paid */
export async function payBack(context: Context, refundId: string): Promise<string | null> {
  const { chargeId, amount, currency } = await refundOf(context, refundId);
  return simulatedProvider(context).refund({ chargeId, amount: money(amount, currency), idempotencyKey: refundId });
}

/** The state of the payment follows what is left of it; one that was given up stays so. @returns whether all is refunded */
async function followRefund(tx: Transaction, { automatic, reason }: RefundRow, payment: PaymentRow): Promise<boolean> {
  const whole = payment.refunded === payment.captured;
  if (automatic && !whole) return false;
  const event = whole ? 'refund' : 'refundPartially';
  const moved = await tx.transition({ machine: paymentMachine, table: payments, id: payment.id, event, reason });
  return whole && moved !== null;
}

async function succeed(tx: Transaction, refundId: string): Promise<void> {
  const now = tx.now();
  const refund = await tx.transition({
    machine: refundMachine,
    table: refunds,
    id: refundId,
    event: 'succeed',
    set: { settledAt: now },
  });
  if (!refund) return;
  const { amount, currency, automatic } = refund;
  const payment = await tx.repositories.funds.addRefunded(refund.paymentId, amount);
  const full = await followRefund(tx, refund, payment);
  await tx.repositories.ledger.book(tx.newId('jrn'), refundEntry(refundId, money(amount, currency), automatic), now);
  const { refunded: refundedMinor, buyerId } = payment;
  tx.publish(RefundSucceeded, { ...factOf(payment), amountMinor: amount, refundId, refundedMinor, full, buyerId });
}

/** What an automatic refund had laid hold of stays so: it is nobody's to ask for, and a person has to see to it. */
async function fail(tx: Transaction, refundId: string, reason: string): Promise<void> {
  const refund = await tx.transition({ machine: refundMachine, table: refunds, id: refundId, event: 'fail', reason });
  if (!refund) return;
  tx.log.error({ refundId, automatic: refund.automatic, reason }, 'the provider does not pay a refund back');
  if (!refund.automatic) await tx.repositories.funds.releaseRefund(refund.paymentId, refund.amount);
}

/** Writes down how a refund ended at the provider, once. @param failure why the provider refused; null when it paid */
export const settleRefund = (context: Context, refundId: string, failure: string | null): Promise<void> =>
  context.transaction((tx) => (failure === null ? succeed(tx, refundId) : fail(tx, refundId, failure)));
