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

/** What an event makes of a payment that is open. */
function changeOf(tx: Transaction, payment: PaymentRow, event: ProviderEvent) {
  const now = tx.now();
  if (event.type === 'payment.failed') {
    const reason = event.reason ?? 'The provider declined it.';
    const publishes = [announcement(PaymentFailed, { ...factOf(payment), reason })];
    return { event: 'decline', reason, publishes } as const;
  }
  const { chargeId, amountMinor, currencyCode } = event;
  const entry = captureEntry(chargeId, money(amountMinor, currencyCode));
  return {
    event: 'succeed',
    reason: 'The provider has captured it.',
    set: { captured: amountMinor, chargeId },
    beside: bookingBeside(tx.newId('jrn'), entry, now),
    publishes: [announcement(PaymentSucceeded, factOf(payment))],
  } as const;
}

/** Applies an event to an open payment, which is one statement. @returns null when it is not open, or the charge does not fit */
async function apply(context: Context, provider: PaymentMethod, event: ProviderEvent): Promise<PaymentRow | null> {
  const { id: eventId, paymentId: id, type } = event;
  const payment = await context.loaders.paymentById.load(id);
  if (!payment || !isOpen(payment) || (type === 'payment.succeeded' && !fits(payment, event))) return null;
  const change = (tx: Transaction) => {
    const { beside = sql``, ...what } = changeOf(tx, payment, event);
    const together = sql`${hearingBeside(provider, eventId, tx.now())}${beside}`;
    return tx.transition({ ...what, machine: paymentMachine, table: payments, id, beside: together });
  };
  // A key is taken when the event was heard before and could not be applied then.
  return onUniqueViolation(
    () => context.atOnce(change),
    () => null,
  );
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
  return receiveUnapplied(tx, event);
}

/** Hears an event of a provider: once an id, however often, however late and in whatever order they come. */
export async function receiveEvent(
  context: Context,
  provider: PaymentMethod,
  event: ProviderEvent,
): Promise<Reception> {
  const { paymentById } = context.loaders;
  const changed = await apply(context, provider, event);
  paymentById.clear(event.paymentId);
  if (changed) {
    paymentById.prime(changed.id, changed);
    return { kind: 'APPLIED' };
  }
  try {
    return await context.transaction((tx) => hear(tx, provider, event));
  } catch (error) {
    if (error instanceof Misfit) return { kind: 'MISFIT' };
    throw error;
  }
}
