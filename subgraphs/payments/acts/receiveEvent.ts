import { sql } from 'drizzle-orm';
import { PaymentFailed, PaymentSucceeded } from '../../../platform/contracts/payments';
import { onUniqueViolation } from '../../../platform/data/violations';
import { announcement } from '../../../platform/events/event';
import { money } from '../../../platform/kernel/money';
import type { Context, Transaction } from '../context';
import { bookingBeside } from '../data/ledger.repository';
import type { PaymentRow } from '../data/payments.repository';
import { hearingBeside } from '../data/providerEvents.repository';
import { type PaymentMethod, payments } from '../data/tables';
import { captureEntry } from '../domain/ledger';
import { isOpen } from '../domain/payment';
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

const fits = (payment: PaymentRow, { amountMinor, currencyCode }: ProviderEvent): boolean =>
  payment.amount === amountMinor && payment.currency === currencyCode;

/** Takes the money for an open payment, which is one statement. @returns null when it is not open, or the charge does not fit */
async function capture(context: Context, provider: PaymentMethod, event: ProviderEvent): Promise<PaymentRow | null> {
  const { id: eventId, paymentId, chargeId, amountMinor, currencyCode } = event;
  const payment = await context.loaders.paymentById.load(paymentId);
  if (!payment || !isOpen(payment) || !fits(payment, event)) return null;
  const entry = captureEntry(chargeId, money(amountMinor, currencyCode));
  const now = context.now();
  const take = (tx: Transaction) =>
    tx.transition({
      machine: paymentMachine,
      table: payments,
      id: paymentId,
      event: 'succeed',
      reason: 'The provider has captured it.',
      set: { captured: amountMinor, chargeId },
      beside: sql`${hearingBeside(provider, eventId, now)}${bookingBeside(tx.newId('jrn'), entry, now)}`,
      publishes: [announcement(PaymentSucceeded, factOf(payment))],
    });
  // Heard before, when there was nothing that it could be applied to.
  return onUniqueViolation(
    () => context.atOnce(take),
    () => null,
  );
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

/** An event that does not change its payment. */
async function receiveUnapplied(tx: Transaction, event: ProviderEvent): Promise<Reception> {
  const payment = await tx.repositories.payments.byId(event.paymentId);
  if (!payment) return { kind: 'UNKNOWN_PAYMENT' };
  if (event.type === 'payment.failed' || payment.chargeId === event.chargeId) return { kind: 'NO_EFFECT' };
  if (isOpen(payment) || payment.currency !== event.currencyCode) throw new Misfit();
  const refundId = await captureUnapplied(tx, payment, event);
  return refundId ? { kind: 'UNAPPLIED', refundId } : { kind: 'NO_EFFECT' };
}

async function hear(tx: Transaction, provider: PaymentMethod, event: ProviderEvent): Promise<Reception> {
  if (!(await tx.repositories.providerEvents.hear(provider, event.id, tx.now()))) return { kind: 'HEARD_BEFORE' };
  const applied = event.type === 'payment.failed' && (await decline(tx, event));
  return applied ? { kind: 'APPLIED' } : receiveUnapplied(tx, event);
}

/** Hears an event of a provider: once an id, however often, however late and in whatever order they come. */
export async function receiveEvent(
  context: Context,
  provider: PaymentMethod,
  event: ProviderEvent,
): Promise<Reception> {
  const { paymentById } = context.loaders;
  const captured = event.type === 'payment.succeeded' ? await capture(context, provider, event) : null;
  paymentById.clear(event.paymentId);
  if (captured) {
    paymentById.prime(captured.id, captured);
    return { kind: 'APPLIED' };
  }
  try {
    return await context.transaction((tx) => hear(tx, provider, event));
  } catch (error) {
    if (error instanceof Misfit) return { kind: 'MISFIT' };
    throw error;
  }
}
