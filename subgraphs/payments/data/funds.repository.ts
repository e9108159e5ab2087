import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { REFUNDABLE } from '../domain/payment';
import { payments as table, type PaymentRow } from './tables';

type Reservation = { amount: number; chargeId: string };

/** The money of a payment: what was captured, what refunds have laid hold of, what was paid back. */
export const fundsRepository = (db: Db) => ({
  /** Adds a charge that fits no open payment and lays hold of it for its refund at once. */
  async captureUnapplied(id: string, amount: number): Promise<void> {
    await db
      .update(table)
      .set({ captured: sql`${table.captured} + ${amount}`, refundReserved: sql`${table.refundReserved} + ${amount}` })
      .where(eq(table.id, id));
  },

  /**
   * Lays hold of money for a refund: of two at once, both get theirs only when there is enough for both.
   * @param amount null for all that is left
   * @returns how much of which charge; null when the payment is not captured or has less left
   */
  async reserveRefund(id: string, amount: number | null): Promise<Reservation | null> {
    const wanted = db
      .select({
        id: table.id,
        amount: sql<number>`coalesce(${amount}::bigint, ${table.captured} - ${table.refundReserved})`.as('wanted'),
      })
      .from(table)
      .where(and(eq(table.id, id), inArray(table.status, [...REFUNDABLE])))
      .for('update')
      .as('wanted_refund');
    const [row] = await db
      .update(table)
      .set({ refundReserved: sql`${table.refundReserved} + ${wanted.amount}` })
      .from(wanted)
      .where(
        and(eq(table.id, wanted.id), sql`${wanted.amount} between 1 and ${table.captured} - ${table.refundReserved}`),
      )
      .returning({ amount: sql`${wanted.amount}`.mapWith(Number), chargeId: sql<string>`${table.chargeId}` });
    return row ?? null;
  },

  /** Lets go of what a refund had laid hold of. */
  async releaseRefund(id: string, amount: number): Promise<void> {
    await db
      .update(table)
      .set({ refundReserved: sql`${table.refundReserved} - ${amount}` })
      .where(eq(table.id, id));
  },

  /** Notes that money was paid back; the row stays locked until the transaction ends. */
  async addRefunded(id: string, amount: number): Promise<PaymentRow> {
    const [row] = await db
      .update(table)
      .set({ refunded: sql`${table.refunded} + ${amount}` })
      .where(eq(table.id, id))
      .returning();
    if (!row) throw new Error(`The payment ${id} of a refund is not there.`);
    return row;
  },
});
