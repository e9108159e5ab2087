import { and, asc, eq, lte, sql, type SQL } from 'drizzle-orm';
import { insertWith } from '../../../platform/data/bulk';
import type { Db } from '../../../platform/data/database';
import type { StockLine } from '../domain/stock';
import { reservationLines, reservations, transitions } from './tables';

export type ReservationRow = typeof reservations.$inferSelect;
export type Reserved = { status: string; lines: readonly StockLine[] };
/** Who has opened a reservation, when and why. */
export type Beginning = { actor: string; at: Date; reason?: string | null };

export type NewReservation = Omit<ReservationRow, 'tenantId'>;

/**
 * What opens a reservation, for the WITH of a statement: `opened` holds a row unless the order has one already, and with it
 * its lines and the first line of its history are written.
 * @param onlyWith a relation of that statement: nothing is opened unless it holds a row
 */
export function opening(
  { id, status, expiresAt }: NewReservation,
  lines: readonly StockLine[],
  { actor, at, reason = null }: Beginning,
  onlyWith?: SQL,
): SQL {
  const ofOrder = lines.map((line) => ({ ...line, orderId: id }));
  const held = ofOrder.length > 0 ? sql`, held as (${insertWith(reservationLines, ofOrder, 'opened')})` : sql``;
  return sql`
    opened as (
      insert into ${reservations} (id, status, expires_at)
      select ${id}::text, ${status}::text, ${expiresAt.toISOString()}::timestamptz
       where ${onlyWith ? sql`exists (select from ${onlyWith})` : sql`true`}
      on conflict do nothing returning id),
    told as (
      insert into ${transitions} (entity_id, from_state, to_state, reason, actor, occurred_at)
      select id, null, ${status}::text, ${reason}::text, ${actor}::text, ${at.toISOString()}::timestamptz from opened)
    ${held}`;
}

export const reservationsRepository = (db: Db) => ({
  /** @returns false when the order has one already; a second call at the same time waits for the first */
  async open(reservation: NewReservation, lines: readonly StockLine[], beginning: Beginning): Promise<boolean> {
    const { rows } = await db.execute(sql`with ${opening(reservation, lines, beginning)} select id from opened`);
    return rows.length > 0;
  },
  async status(orderId: string): Promise<string | null> {
    const [row] = await db
      .select({ status: reservations.status })
      .from(reservations)
      .where(eq(reservations.id, orderId));
    return row?.status ?? null;
  },
  /** What an order holds, which nobody else changes until the transaction ends; null when it has held nothing so far. */
  async lock(orderId: string): Promise<Reserved | null> {
    const { variantId, quantity } = reservationLines;
    const lines = sql<StockLine[]>`coalesce((
      select json_agg(json_build_object('variantId', ${variantId}, 'quantity', ${quantity}))
        from ${reservationLines} where ${eq(reservationLines.orderId, orderId)}), '[]')`;
    const [row] = await db
      .select({ status: reservations.status, lines })
      .from(reservations)
      .where(eq(reservations.id, orderId))
      .for('no key update');
    return row ?? null;
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
