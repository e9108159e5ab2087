import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { money, type Money } from '../../../platform/kernel/money';
import type { ProviderEvent } from '../provider';
import { simulatedCharges as charges, simulatedEvents as events, simulatedRefunds as refunds } from './tables';
import type { ChargeOutcome } from './tables';

export type Attempt = {
  idempotencyKey: string;
  outcome: ChargeOutcome;
  paymentId: string;
  chargeId: string;
  amount: Money;
  /** What the webhook is told of it; null when it is told nothing. */
  event: ProviderEvent | null;
  at: Date;
  /** When the event is delivered again unless it was delivered before. */
  nextAttemptAt: Date;
};
export type SimulatedEvent = { body: ProviderEvent; attempts: number };

const tellable = { body: events.body, attempts: events.attempts };

const charging = (db: Db) => ({
  /**
   * Books an attempt, and the event that tells of it, in one statement.
   * @returns false when its key was used before, or when it would charge for the payment a second time
   */
  async attempt({ event, amount, at, ...attempt }: Attempt): Promise<boolean> {
    const booked = await db.execute(sql`
      with charge as (
        insert into ${charges} (id, idempotency_key, payment_id, outcome, currency, amount, created_at)
        values (${attempt.chargeId}, ${attempt.idempotencyKey}, ${attempt.paymentId}, ${attempt.outcome},
                ${amount.currency}, ${amount.minor}, ${at.toISOString()})
        on conflict do nothing returning id),
      event as (
        insert into ${events} (id, charge_id, body, created_at, next_attempt_at)
        select ${event?.id ?? null}::text, id, ${JSON.stringify(event)}::jsonb, ${at.toISOString()}::timestamptz,
               ${attempt.nextAttemptAt.toISOString()}::timestamptz
        from charge where ${event !== null}::boolean)
      select id from charge`);
    return booked.rows.length > 0;
  },

  /** The attempt that stands in the way of another: with the same key, or one that has charged for the payment. */
  async attemptBefore(idempotencyKey: string, paymentId: string): Promise<{ idempotencyKey: string } | null> {
    const charged = and(eq(charges.paymentId, paymentId), eq(charges.outcome, 'SUCCEEDED'));
    const rows = await db
      .select({ idempotencyKey: charges.idempotencyKey })
      .from(charges)
      .where(or(eq(charges.idempotencyKey, idempotencyKey), charged))
      .orderBy(sql`${charges.idempotencyKey} <> ${idempotencyKey}`)
      .limit(1);
    return rows[0] ?? null;
  },

  async hasAttempted(idempotencyKey: string): Promise<boolean> {
    const rows = await db.select({ id: charges.id }).from(charges).where(eq(charges.idempotencyKey, idempotencyKey));
    return rows.length > 0;
  },

  /** What all charges come to, less what was paid back. */
  async balance(): Promise<Money[]> {
    const rows = await db
      .select({
        currency: charges.currency,
        minor: sql<number>`sum(${charges.amount} - ${charges.refunded})`.mapWith(Number),
      })
      .from(charges)
      .where(eq(charges.outcome, 'SUCCEEDED'))
      .groupBy(charges.currency)
      .orderBy(asc(charges.currency));
    return rows.map(({ minor, currency }) => money(minor, currency));
  },
});

const refunding = (db: Db) => ({
  /** Pays back in one statement. @returns false when the key was used before, or the charge has less left */
  async refund(idempotencyKey: string, chargeId: string, { minor, currency }: Money, at: Date): Promise<boolean> {
    const paid = await db.execute(sql`
      with charge as (
        select id from ${charges}
        where id = ${chargeId} and outcome = 'SUCCEEDED' and currency = ${currency} and amount - refunded >= ${minor}
        for update),
      refund as (
        insert into ${refunds} (idempotency_key, charge_id, amount, created_at)
        select ${idempotencyKey}, id, ${minor}::bigint, ${at.toISOString()}::timestamptz from charge
        on conflict do nothing returning charge_id)
      update ${charges} set refunded = refunded + ${minor} from refund where id = refund.charge_id returning id`);
    return paid.rows.length > 0;
  },

  async hasRefunded(idempotencyKey: string): Promise<boolean> {
    const rows = await db
      .select({ key: refunds.idempotencyKey })
      .from(refunds)
      .where(eq(refunds.idempotencyKey, idempotencyKey));
    return rows.length > 0;
  },
});

const telling = (db: Db) => ({
  /** What a key's attempt has to tell; null when there is nothing, or it was heard. */
  async untold(idempotencyKey: string): Promise<SimulatedEvent | null> {
    const rows = await db
      .select(tellable)
      .from(events)
      .innerJoin(charges, and(eq(charges.tenantId, events.tenantId), eq(charges.id, events.chargeId)))
      .where(and(eq(charges.idempotencyKey, idempotencyKey), isNull(events.deliveredAt)));
    return rows[0] ?? null;
  },

  /** Events that were not heard and are due again, oldest first. */
  due: (now: Date, limit: number): Promise<SimulatedEvent[]> =>
    db
      .select(tellable)
      .from(events)
      .where(and(isNull(events.deliveredAt), lte(events.nextAttemptAt, now)))
      .orderBy(asc(events.nextAttemptAt))
      .limit(limit),

  async told(eventId: string, at: Date): Promise<void> {
    await db.update(events).set({ deliveredAt: at }).where(eq(events.id, eventId));
  },

  async postpone(eventId: string, nextAttemptAt: Date): Promise<void> {
    await db
      .update(events)
      .set({ attempts: sql`${events.attempts} + 1`, nextAttemptAt })
      .where(eq(events.id, eventId));
  },
});

/** The simulated provider's books: what it charged, what it paid back, and what it has to tell. */
export const simulatedBooksRepository = (db: Db) => ({ ...charging(db), ...refunding(db), ...telling(db) });
