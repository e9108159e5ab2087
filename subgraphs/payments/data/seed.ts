import { insertRows, type LoadDb } from '../../../platform/data/load';
import { money } from '../../../platform/kernel/money';
import { type Happening, type HistoryLine, tellHistory } from '../../../platform/machine/history';
import { captureEntry, type JournalEntry, refundEntry, unappliedCaptureEntry } from '../domain/ledger';
import { paymentMachine } from '../domain/payment.machine';
import { refundMachine } from '../domain/refund.machine';
import { seedBooks, type SeedCharge, type SeedRepayment } from '../simulated/seed';
import type { ChargeOutcome } from '../simulated/tables';
import { journalEntries, payments, postings, providerEvents, refunds, transitions } from './tables';

/** The bank's answer to one attempt to pay. */
export type SeedAttempt = {
  chargeId: string;
  eventId: string;
  entryId: string;
  key: string;
  outcome: ChargeOutcome;
  at: Date;
};
export type SeedRefund = {
  id: string;
  entryId: string;
  amount: number;
  reason: string;
  requestedAt: Date;
  /** Gives back a charge that came too late: it was agreed to from the start. */
  automatic: boolean;
  /** What was decided and what became of it; empty while it waits. */
  happened: Happening<'approve' | 'reject' | 'succeed' | 'fail'>[];
};
export type SeedPayment = {
  id: string;
  orderId: string;
  buyerId: string;
  currency: string;
  amount: number;
  createdAt: Date;
  expiresAt: Date;
  attempts: SeedAttempt[];
  /** When it was given up. */
  closed: Happening<'expire' | 'cancel'> | null;
  refunds: SeedRefund[];
};

const PROVIDER = 'service:payments';
const ends = ({ happened }: SeedRefund) => happened.at(-1)?.event;
const isPaidBack = (refund: SeedRefund) => ends(refund) === 'succeed';
/** What is neither refused nor failed has its money set aside. */
const isReserved = (refund: SeedRefund) => !['reject', 'fail'].includes(ends(refund) ?? '');
const sum = (of: readonly SeedRefund[]) => of.reduce((total, { amount }) => total + amount, 0);

const chargeOf = ({ attempts }: SeedPayment) => attempts.find(({ outcome }) => outcome === 'SUCCEEDED');
/** A charge that came when the payment had been given up. */
const isLate = ({ closed }: SeedPayment, { at }: SeedAttempt) => closed !== null && at > closed.at;

function attemptsTold(payment: SeedPayment): Happening<'succeed' | 'decline'>[] {
  let declined = false;
  return payment.attempts.flatMap((attempt): Happening<'succeed' | 'decline'>[] => {
    const { outcome, at } = attempt;
    if (outcome === 'TIMED_OUT' || isLate(payment, attempt)) return [];
    if (outcome === 'SUCCEEDED')
      return [{ event: 'succeed', at, actor: PROVIDER, reason: 'The provider has captured it.' }];
    if (declined) return [];
    declined = true;
    return [{ event: 'decline', at, actor: PROVIDER, reason: 'The bank declined the payment.' }];
  });
}

function refundsTold({ amount, refunds: of }: SeedPayment): Happening<'refund' | 'refundPartially'>[] {
  let left = amount;
  return of
    .filter((refund) => isPaidBack(refund) && !refund.automatic)
    .map((refund) => {
      left -= refund.amount;
      const at = refund.happened.at(-1)?.at ?? refund.requestedAt;
      return { event: left === 0 ? 'refund' : 'refundPartially', at, actor: PROVIDER, reason: refund.reason };
    });
}

function paymentTold(payment: SeedPayment) {
  const { id, createdAt, closed } = payment;
  const began = { at: createdAt, actor: 'service:orders' };
  const happened = [...attemptsTold(payment), ...(closed ? [closed] : []), ...refundsTold(payment)];
  return tellHistory(paymentMachine, id, began, happened);
}

const refundTold = ({ id, automatic, requestedAt, reason, happened }: SeedRefund, buyerId: string) =>
  automatic
    ? tellHistory(refundMachine, id, { at: requestedAt, actor: PROVIDER, reason, state: 'APPROVED' }, happened)
    : tellHistory(refundMachine, id, { at: requestedAt, actor: buyerId, reason }, happened);

function paymentRow(payment: SeedPayment) {
  const { attempts: _attempts, closed: _closed, refunds: of, ...row } = payment;
  const charge = chargeOf(payment);
  return {
    ...row,
    status: paymentTold(payment).status,
    method: 'SIMULATED' as const,
    captured: charge ? payment.amount : 0,
    refundReserved: sum(of.filter(isReserved)),
    refunded: sum(of.filter(isPaidBack)),
    chargeId: charge && !isLate(payment, charge) ? charge.chargeId : null,
  };
}

function refundRow(payment: SeedPayment, refund: SeedRefund) {
  const { id, automatic, amount, reason, requestedAt, happened } = refund;
  const at = (event: string) => happened.find((each) => each.event === event)?.at ?? null;
  return {
    id,
    paymentId: payment.id,
    status: refundTold(refund, payment.buyerId).status,
    automatic,
    chargeId: chargeOf(payment)?.chargeId ?? '',
    currency: payment.currency,
    amount,
    reason,
    requestedAt,
    approvedAt: automatic ? requestedAt : at('approve'),
    settledAt: at('succeed'),
  };
}

type Booking = { id: string; bookedAt: Date; entry: JournalEntry };

function bookingsOf(payment: SeedPayment): Booking[] {
  const whole = money(payment.amount, payment.currency);
  const charge = chargeOf(payment);
  const entryOf = charge && isLate(payment, charge) ? unappliedCaptureEntry : captureEntry;
  const captured = charge ? [{ id: charge.entryId, bookedAt: charge.at, entry: entryOf(charge.chargeId, whole) }] : [];
  const paidBack = payment.refunds
    .filter(isPaidBack)
    .map(({ id, entryId, amount, automatic, requestedAt, happened }) => ({
      id: entryId,
      bookedAt: happened.at(-1)?.at ?? requestedAt,
      entry: refundEntry(id, money(amount, payment.currency), automatic),
    }));
  return [...captured, ...paidBack];
}

async function seedJournal(db: LoadDb, bookings: readonly Booking[]): Promise<void> {
  await insertRows(
    db,
    journalEntries,
    bookings.map(({ id, bookedAt, entry: { kind, reference } }) => ({ id, kind, reference, bookedAt })),
  );
  await insertRows(
    db,
    postings,
    bookings.flatMap(({ id, entry }) => entry.postings.map((posting) => ({ ...posting, entryId: id }))),
  );
}

const chargesOf = (payment: SeedPayment): SeedCharge[] =>
  payment.attempts.map(({ entryId: _entryId, ...attempt }) => ({
    ...attempt,
    paymentId: payment.id,
    currency: payment.currency,
    amount: payment.amount,
    refunded: attempt.outcome === 'SUCCEEDED' ? sum(payment.refunds.filter(isPaidBack)) : 0,
  }));

const repaymentsOf = (payment: SeedPayment): SeedRepayment[] =>
  payment.refunds.filter(isPaidBack).map(({ id, amount, requestedAt, happened }) => ({
    refundId: id,
    chargeId: chargeOf(payment)?.chargeId ?? '',
    amount,
    at: happened.at(-1)?.at ?? requestedAt,
  }));

/** The provider's own books, and what the shop has heard of it. */
async function seedProvider(db: LoadDb, seeded: readonly SeedPayment[]): Promise<void> {
  const charges = seeded.flatMap(chargesOf);
  await seedBooks(db, charges, seeded.flatMap(repaymentsOf));
  const heard = charges.filter(({ outcome }) => outcome !== 'TIMED_OUT');
  await insertRows(
    db,
    providerEvents,
    heard.map(({ eventId, at }) => ({ provider: 'SIMULATED', eventId, receivedAt: at })),
  );
}

/** Writes payments with their refunds, the journal that books them, and the books of the bank that moved the money. */
export async function seedPayments(db: LoadDb, seeded: readonly SeedPayment[]): Promise<void> {
  await insertRows(db, payments, seeded.map(paymentRow));
  const asked = seeded.flatMap((payment) => payment.refunds.map((refund) => ({ payment, refund })));
  await insertRows(
    db,
    refunds,
    asked.map(({ payment, refund }) => refundRow(payment, refund)),
  );
  const lines: HistoryLine[] = [
    ...seeded.flatMap((payment) => paymentTold(payment).lines),
    ...asked.flatMap(({ payment, refund }) => refundTold(refund, payment.buyerId).lines),
  ];
  await insertRows(db, transitions, lines);
  await seedJournal(db, seeded.flatMap(bookingsOf));
  await seedProvider(db, seeded);
}
