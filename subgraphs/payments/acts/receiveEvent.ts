import { PaymentFailed, PaymentSucceeded } from '../../../platform/contracts/payments';
import { money } from '../../../platform/kernel/money';
import type { Context, Transaction } from '../context';
import { bookingBeside } from '../data/ledger.repository';
import { type PaymentMethod, payments } from '../data/tables';
import { captureEntry } from '../domain/ledger';
import { paymentMachine } from '../domain/payment.machine';
import type { ProviderEvent } from '../provider';
import { captureUnapplied } from './captureUnapplied';
import { factOf } from './fact';

/** What an event of a provider led to. UNAPPLIED: the charge fitted no open payment, and `refundId` gives it back. */
export type Reception =
  | { kind: 'APPLIED' | 'HEARD_BEFORE' | 'UNKNOWN_PAYMENT' | 'NO_EFFECT' | 'MISFIT' }
  | { kind: 'UNAPPLIED'; refundId: string };

/** The event tells of another amount than the payment's: somebody has to look at it, and nothing of it may stay. */
class Misfit extends Error {}

/** Takes the money for an open payment. @returns false when the payment is not open */
async function capture(tx: Transaction, event: ProviderEvent): Promise<boolean> {
  const { paymentId, chargeId, amountMinor, currencyCode } = event;
  const captured = await tx.transition({
    machine: paymentMachine,
    table: payments,
    id: paymentId,
    event: 'succeed',
    reason: 'The provider has captured it.',
    set: { captured: amountMinor, chargeId },
    beside: bookingBeside(tx.newId('jrn'), captureEntry(chargeId, money(amountMinor, currencyCode)), tx.now()),
  });
  if (!captured) return false;
  if (captured.amount !== amountMinor || captured.currency !== currencyCode) throw new Misfit();
  tx.publish(PaymentSucceeded, factOf(captured));
  return true;
}

async function decline(tx: Transaction, event: ProviderEvent): Promise<boolean> {
  const reason = event.reason ?? 'The provider declined it.';
  const failed = await tx.transition({
    machine: paymentMachine,
    table: payments,
    id: event.paymentId,
    event: 'decline',
    reason,
  });
  if (failed) tx.publish(PaymentFailed, { ...factOf(failed), reason });
  return failed !== null;
}

/** An event for a payment that is not open (any more), or not known. */
async function receiveForClosed(tx: Transaction, event: ProviderEvent): Promise<Reception> {
  const payment = await tx.repositories.payments.byId(event.paymentId);
  if (!payment) return { kind: 'UNKNOWN_PAYMENT' };
  if (event.type === 'payment.failed' || payment.chargeId === event.chargeId) return { kind: 'NO_EFFECT' };
  if (payment.currency !== event.currencyCode) throw new Misfit();
  const refundId = await captureUnapplied(tx, payment, event);
  return refundId ? { kind: 'UNAPPLIED', refundId } : { kind: 'NO_EFFECT' };
}

/** Hears an event of a provider: once an id, however often, however late and in whatever order they come. */
export async function receiveEvent(
  context: Context,
  provider: PaymentMethod,
  event: ProviderEvent,
): Promise<Reception> {
  try {
    return await context.transaction(async (tx) => {
      if (!(await tx.repositories.providerEvents.hear(provider, event.id, tx.now()))) return { kind: 'HEARD_BEFORE' };
      const applied = event.type === 'payment.succeeded' ? await capture(tx, event) : await decline(tx, event);
      return applied ? { kind: 'APPLIED' } : receiveForClosed(tx, event);
    });
  } catch (error) {
    if (error instanceof Misfit) return { kind: 'MISFIT' };
    throw error;
  }
}
