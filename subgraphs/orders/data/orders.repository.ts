import { and, asc, eq, lte, sql, type SQL } from 'drizzle-orm';
import type { OrderEventLine } from '../../../platform/contracts/orders';
import { insertWith } from '../../../platform/data/bulk';
import type { Db } from '../../../platform/data/database';
import { columnsOf, insertOf, readRow } from '../../../platform/data/rows';
import { isAnyOf, lazily } from '../../../platform/data/statements';
import { orderLines, orderNumbers, orders, orderUpdates, transitions } from './tables';

export type OrderRow = typeof orders.$inferSelect;
export type NewOrder = Omit<typeof orders.$inferInsert, 'tenantId'>;
export type OrderLineRow = typeof orderLines.$inferSelect;
export type NewOrderLine = Omit<typeof orderLines.$inferInsert, 'tenantId'>;
export type TransitionRow = typeof transitions.$inferSelect;

const FIRST_NUMBER = 100_001;

/** The lines of an order as its events tell of them. Written out: drizzle names no table where a statement selects from one. */
const toldLines = sql<OrderEventLine[]>`(
  select json_agg(
           json_build_object('variantId', line.variant_id, 'productId', line.product_id, 'sku', line.sku,
             'productName', line.product_name, 'quantity', line.quantity, 'unitPriceMinor', line.unit_price_minor)
           order by line.position)
    from ${orderLines} line where line.order_id = ${orders}.id)`;

const prepare = (db: Db) => ({
  told: lazily(() =>
    db
      .select({ order: orders, lines: toldLines })
      .from(orders)
      .where(eq(orders.id, sql.placeholder('id')))
      .prepare('orders_order_told'),
  ),
  byIds: lazily(() => db.select().from(orders).where(isAnyOf(orders.id, 'ids')).prepare('orders_orders_by_ids')),
  lines: lazily(() =>
    db
      .select()
      .from(orderLines)
      .where(isAnyOf(orderLines.orderId, 'ids'))
      .orderBy(asc(orderLines.orderId), asc(orderLines.position))
      .prepare('orders_lines_by_orders'),
  ),
  history: lazily(() =>
    db
      .select()
      .from(transitions)
      .where(isAnyOf(transitions.entityId, 'ids'))
      .orderBy(asc(transitions.entityId), asc(transitions.position))
      .prepare('orders_history_by_orders'),
  ),
});

export const ordersRepository = (db: Db) => {
  const prepared = prepare(db);
  return {
    byIds: (ids: readonly string[]): Promise<OrderRow[]> => prepared.byIds().execute({ ids }),
    /** An order and its lines, as far as nothing of them ever changes. */
    async told(id: string): Promise<{ order: OrderRow; lines: OrderEventLine[] } | null> {
      const [row] = await prepared.told().execute({ id });
      return row ?? null;
    },
    linesOfOrders: (ids: readonly string[]): Promise<OrderLineRow[]> => prepared.lines().execute({ ids }),
    historyOfOrders: (ids: readonly string[]): Promise<TransitionRow[]> => prepared.history().execute({ ids }),

    /** Reads an order and keeps everybody else from changing it until the transaction ends. */
    async lock(id: string): Promise<OrderRow | null> {
      const [row] = await db.select().from(orders).where(eq(orders.id, id)).for('update');
      return row ?? null;
    },

    /** The shop's next order number. Taken outside of a transaction, so that orders do not wait for one another. */
    async nextNumber(): Promise<number> {
      const { rows } = await db.execute<{ last: number }>(sql`
        insert into ${orderNumbers} as known (last) values (${FIRST_NUMBER})
        on conflict (tenant_id) do update set last = known.last + 1 returning last`);
      return (rows[0] as { last: number }).last;
    },

    /**
     * Writes an order with its lines and the first of its updates; answers null when it is there already.
     * @param beside what else is written with it: see `open` of a transaction
     */
    async insert(order: NewOrder, ofOrder: NewOrderLine[], beside: SQL): Promise<OrderRow | null> {
      const { rows } = await db.execute(sql`
        with opened as (
          ${insertOf(orders, order)} on conflict (tenant_id, id) do nothing returning ${columnsOf(orders)}),
        lines as (${insertWith(orderLines, ofOrder, 'opened')}),
        updates as (
          insert into ${orderUpdates} (order_id, sequence, kind, occurred_at)
          select id, last_update, 'ORDER', placed_at from opened)
        ${beside}
        select * from opened`);
      return rows[0] ? readRow(orders, rows[0]) : null;
    },

    /** Orders whose time to pay has passed. */
    unpaid: (before: Date, limit: number): Promise<{ id: string; couponCode: string | null }[]> =>
      db
        .select({ id: orders.id, couponCode: orders.couponCode })
        .from(orders)
        .where(and(eq(orders.status, 'PENDING_PAYMENT'), lte(orders.payBy, before)))
        .orderBy(asc(orders.payBy))
        .limit(limit),

    /** Orders that arrived before a time and whose buyer has said nothing since. */
    unconfirmed: (before: Date, limit: number): Promise<{ id: string }[]> =>
      db
        .select({ id: orders.id })
        .from(orders)
        .where(and(eq(orders.status, 'DELIVERED'), lte(orders.deliveredAt, before)))
        .orderBy(asc(orders.deliveredAt))
        .limit(limit),
  };
};
