import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { assignments, columnsOf, readRow } from '../../../platform/data/rows';
import type { OrderRow } from './orders.repository';
import { orders, orderUpdates } from './tables';

export type OrderUpdateRow = typeof orderUpdates.$inferSelect;

export type UpdateKind = OrderUpdateRow['kind'];

/** For a transition's `set`: makes room for updates while the order's row is locked by it. */
export const roomForUpdates = (count: number) => ({ lastUpdate: sql`${orders.lastUpdate} + ${count}` });

/** Writes updates into the room that was made for them, the last of them at the row's `last_update`. */
const writeUpdates = (row: 'moved' | 'told', kinds: readonly UpdateKind[], occurredAt: Date): SQL => sql`
  insert into ${orderUpdates} (order_id, sequence, kind, occurred_at)
  select id, last_update - ${kinds.length}::int + nr::int, kind, ${occurredAt.toISOString()}::timestamptz
    from ${sql.identifier(row)}, unnest(${sql.param(kinds)}::text[]) with ordinality as update (kind, nr)`;

/** For a transition's `beside`. */
export const updatesBeside = (kinds: readonly UpdateKind[], occurredAt: Date): SQL =>
  sql`, updates as (${writeUpdates('moved', kinds, occurredAt)})`;

/** For a transition's `beside`: the one update that there is when the order did not move. */
export const updateUnlessMoved = (orderId: string, kind: UpdateKind, occurredAt: Date): SQL => sql`,
  told as (
    update ${orders} set ${assignments(orders, roomForUpdates(1))}
     where ${orders.id} = ${orderId} and not exists (select from moved)
    returning ${orders.id}, ${orders.lastUpdate}),
  told_updates as (${writeUpdates('told', [kind], occurredAt)})`;

export const updatesRepository = (db: Db) => ({
  /** Writes an update of an order that does not change itself; null when there is no such order. */
  async tell(orderId: string, kind: UpdateKind, occurredAt: Date): Promise<OrderRow | null> {
    const { rows } = await db.execute(sql`
      with told as (
        update ${orders} set ${assignments(orders, roomForUpdates(1))} where ${orders.id} = ${orderId}
        returning ${columnsOf(orders)}),
      written as (${writeUpdates('told', [kind], occurredAt)})
      select * from told`);
    return rows[0] ? readRow(orders, rows[0]) : null;
  },

  after: (orderId: string, sequence: number, limit: number): Promise<OrderUpdateRow[]> =>
    db
      .select()
      .from(orderUpdates)
      .where(and(eq(orderUpdates.orderId, orderId), gt(orderUpdates.sequence, sequence)))
      .orderBy(asc(orderUpdates.sequence))
      .limit(limit),
});
