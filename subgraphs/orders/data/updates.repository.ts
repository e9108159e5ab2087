import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { OrderRow } from './orders.repository';
import { orders, orderUpdates } from './tables';

export type OrderUpdateRow = typeof orderUpdates.$inferSelect;

export type UpdateKind = OrderUpdateRow['kind'];

/** For a transition's `set`: makes room for updates while the order's row is locked by it. */
export const roomForUpdates = (count: number) => ({ lastUpdate: sql`${orders.lastUpdate} + ${count}` });

export const updatesRepository = (db: Db) => ({
  /** Writes an update of an order that does not change itself; null when there is no such order. */
  async tell(orderId: string, kind: UpdateKind, occurredAt: Date): Promise<OrderRow | null> {
    const told = db
      .$with('told')
      .as(db.update(orders).set(roomForUpdates(1)).where(eq(orders.id, orderId)).returning());
    const written = db.$with('written', {}).as(sql`
      insert into ${orderUpdates} (order_id, sequence, kind, occurred_at)
      select id, last_update, ${kind}::text, ${occurredAt.toISOString()}::timestamptz from told`);
    const [row] = await db.with(told, written).select().from(told);
    return row ?? null;
  },

  /** Writes updates into the room that was made for them, the last one at `last`. */
  async write(orderId: string, last: number, kinds: readonly UpdateKind[], occurredAt: Date): Promise<void> {
    const first = last - kinds.length + 1;
    await db
      .insert(orderUpdates)
      .values(kinds.map((kind, index) => ({ orderId, sequence: first + index, kind, occurredAt })));
  },

  after: (orderId: string, sequence: number, limit: number): Promise<OrderUpdateRow[]> =>
    db
      .select()
      .from(orderUpdates)
      .where(and(eq(orderUpdates.orderId, orderId), gt(orderUpdates.sequence, sequence)))
      .orderBy(asc(orderUpdates.sequence))
      .limit(limit),
});
