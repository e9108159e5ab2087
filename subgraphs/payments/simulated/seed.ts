import { insertRows, type LoadDb } from '../../../platform/data/load';
import type { ProviderEvent } from '../provider';
import { type ChargeOutcome, simulatedCharges, simulatedEvents, simulatedRefunds } from './tables';

/** One attempt to pay, as the bank has it in its books. */
export type SeedCharge = {
  paymentId: string;
  chargeId: string;
  eventId: string;
  key: string;
  outcome: ChargeOutcome;
  currency: string;
  amount: number;
  refunded: number;
  at: Date;
};
export type SeedRepayment = { refundId: string; chargeId: string; amount: number; at: Date };

const DECLINED = 'The bank declined the payment.';

const chargeRow = ({ chargeId, key, eventId: _eventId, at, ...charge }: SeedCharge) => ({
  ...charge,
  id: chargeId,
  idempotencyKey: key,
  createdAt: at,
});

function eventRow({ paymentId, chargeId, eventId, outcome, currency, amount, at }: SeedCharge) {
  const declined = outcome === 'DECLINED';
  const body: ProviderEvent = {
    id: eventId,
    type: declined ? 'payment.failed' : 'payment.succeeded',
    chargeId,
    paymentId,
    amountMinor: amount,
    currencyCode: currency,
    reason: declined ? DECLINED : null,
  };
  return { id: eventId, chargeId, body, createdAt: at, attempts: 0, nextAttemptAt: at, deliveredAt: at };
}

/** Writes the simulated provider's books; the shop has heard all that it had to tell. */
export async function seedBooks(
  db: LoadDb,
  charges: readonly SeedCharge[],
  repayments: readonly SeedRepayment[],
): Promise<void> {
  await insertRows(db, simulatedCharges, charges.map(chargeRow));
  await insertRows(db, simulatedEvents, charges.filter(({ outcome }) => outcome !== 'TIMED_OUT').map(eventRow));
  await insertRows(
    db,
    simulatedRefunds,
    repayments.map(({ refundId, at, ...rest }) => ({ ...rest, idempotencyKey: refundId, createdAt: at })),
  );
}
