import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { StockLine } from '../domain/stock';
import { reservationLines, reservations } from './tables';

export type ReservationRow = typeof reservations.$inferSelect;

export const reservationsRepository = (db: Db) => ({
  /** @returns false when the order has one already; a second call at the same time waits for the first */
  async open(reservation: Omit<ReservationRow, 'tenantId'>, lines: readonly StockLine[]): Promise<boolean> {
    const opened = await db
      .insert(reservations)
      .values(reservation)
      .onConflictDoNothing()
      .returning({ id: reservations.id });
    if (opened.length === 0) return false;
    if (lines.length > 0)
      await db.insert(reservationLines).values(lines.map((line) => ({ ...line, orderId: reservation.id })));
    return true;
  },
  async status(orderId: string): Promise<string | null> {
    const [row] = await db
      .select({ status: reservations.status })
      .from(reservations)
      .where(eq(reservations.id, orderId));
    return row?.status ?? null;
  },
  /** The status of a reservation that nobody else changes until the transaction ends. */
  async lock(orderId: string): Promise<string | null> {
    const [row] = await db
      .select({ status: reservations.status })
      .from(reservations)
      .where(eq(reservations.id, orderId))
      .for('no key update');
    return row?.status ?? null;
  },
  lines: (orderId: string): Promise<StockLine[]> =>
    db
      .select({ variantId: reservationLines.variantId, quantity: reservationLines.quantity })
      .from(reservationLines)
      .where(eq(reservationLines.orderId, orderId)),
  /** Orders whose time to hold goods is over, the longest first. */
  async due(now: Date, limit: number): Promise<string[]> {
    const rows = await db
      .select({ id: reservations.id })
      .from(reservations)
      // Written out, as the index of what is due has it.
      .where(and(sql`${reservations.status} = 'HELD'`, lte(reservations.expiresAt, now)))
      .orderBy(asc(reservations.expiresAt))
      .limit(limit);
    return rows.map(({ id }) => id);
  },
});
