import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { REFUNDABLE } from '../domain/payment';
import type { PaymentRow } from './payments.repository';
import { payments } from './tables';

type Reservation = { amount: number; chargeId: string };

/** The money of a payment: what was captured, what refunds have laid hold of, what was paid back. */
export const fundsRepository = (db: Db) => ({
  /** Adds a charge that fits no open payment and lays hold of it for its refund at once. */
  async captureUnapplied(id: string, amount: number): Promise<void> {
    await db
      .update(payments)
      .set({
        captured: sql`${payments.captured} + ${amount}`,
        refundReserved: sql`${payments.refundReserved} + ${amount}`,
      })
      .where(eq(payments.id, id));
  },

  /**
   * Lays hold of money for a refund: of two at once, both get theirs only when there is enough for both.
   * @param amount null for all that is left
   * @returns how much of which charge; null when the payment is not captured or has less left
   */
  async reserveRefund(id: string, amount: number | null): Promise<Reservation | null> {
    const wanted = db
      .select({
        id: payments.id,
        amount: sql<number>`coalesce(${amount}::bigint, ${payments.captured} - ${payments.refundReserved})`.as(
          'wanted',
        ),
      })
      .from(payments)
      .where(and(eq(payments.id, id), inArray(payments.status, [...REFUNDABLE])))
      .for('update')
      .as('wanted_refund');
    const [row] = await db
      .update(payments)
      .set({ refundReserved: sql`${payments.refundReserved} + ${wanted.amount}` })
      .from(wanted)
      .where(
        and(
          eq(payments.id, wanted.id),
          sql`${wanted.amount} between 1 and ${payments.captured} - ${payments.refundReserved}`,
        ),
      )
      .returning({ amount: sql`${wanted.amount}`.mapWith(Number), chargeId: sql<string>`${payments.chargeId}` });
    return row ?? null;
  },

  /** Lets go of what a refund had laid hold of. */
  async releaseRefund(id: string, amount: number): Promise<void> {
    await db
      .update(payments)
      .set({ refundReserved: sql`${payments.refundReserved} - ${amount}` })
      .where(eq(payments.id, id));
  },

  /** Notes that money was paid back; the row stays locked until the transaction ends. */
  async addRefunded(id: string, amount: number): Promise<PaymentRow> {
    const [row] = await db
      .update(payments)
      .set({ refunded: sql`${payments.refunded} + ${amount}` })
      .where(eq(payments.id, id))
      .returning();
    if (!row) throw new Error(`The payment ${id} of a refund is not there.`);
    return row;
  },
});
