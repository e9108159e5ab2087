import { and, asc, desc, eq, gte, inArray, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { OrderStatus } from '../domain/order.machine';
import {
  orderLines,
  orderNumbers,
  orders,
  transitions,
  type NewOrder,
  type NewOrderLine,
  type OrderLineRow,
  type OrderRow,
  type TransitionRow,
} from './tables';

const FIRST_NUMBER = 100_001;

const prepareByIds = (db: Db) =>
  db
    .select()
    .from(orders)
    .where(sql`${orders.id} = any(${sql.placeholder('ids')})`)
    .prepare('orders_orders_by_ids');

const prepareLines = (db: Db) =>
  db
    .select()
    .from(orderLines)
    .where(sql`${orderLines.orderId} = any(${sql.placeholder('ids')})`)
    .orderBy(asc(orderLines.orderId), asc(orderLines.position))
    .prepare('orders_lines_by_orders');

const prepareHistory = (db: Db) =>
  db
    .select()
    .from(transitions)
    .where(sql`${transitions.entityId} = any(${sql.placeholder('ids')})`)
    .orderBy(asc(transitions.entityId), asc(transitions.position))
    .prepare('orders_history_by_orders');

export const ordersRepository = (db: Db) => {
  let byIds: ReturnType<typeof prepareByIds> | undefined;
  let lines: ReturnType<typeof prepareLines> | undefined;
  let history: ReturnType<typeof prepareHistory> | undefined;
  return {
    byIds: (ids: readonly string[]): Promise<OrderRow[]> => (byIds ??= prepareByIds(db)).execute({ ids }),
    linesOf: (ids: readonly string[]): Promise<OrderLineRow[]> => (lines ??= prepareLines(db)).execute({ ids }),
    historyOf: (ids: readonly string[]): Promise<TransitionRow[]> => (history ??= prepareHistory(db)).execute({ ids }),

    /** Reads an order and keeps everybody else from changing it until the transaction ends. */
    async lock(id: string): Promise<OrderRow | null> {
      const [row] = await db.select().from(orders).where(eq(orders.id, id)).for('update');
      return row ?? null;
    },

    /** The shop's next order number. Taken outside of a transaction, so that orders do not wait for one another. */
    async nextNumber(): Promise<number> {
      const [row] = await db
        .insert(orderNumbers)
        .values({ last: FIRST_NUMBER })
        .onConflictDoUpdate({ target: orderNumbers.tenantId, set: { last: sql`${orderNumbers.last} + 1` } })
        .returning({ last: orderNumbers.last });
      return (row as { last: number }).last;
    },

    /** Answers null when the order is there already. */
    async insert(order: NewOrder, ofOrder: NewOrderLine[]): Promise<OrderRow | null> {
      const [row] = await db
        .insert(orders)
        .values(order)
        .onConflictDoNothing({ target: [orders.tenantId, orders.id] })
        .returning();
      if (!row) return null;
      await db.insert(orderLines).values(ofOrder);
      return row;
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

export type OrderFilter = {
  status?: OrderStatus | null;
  placedFrom?: Date | null;
  placedTo?: Date | null;
  buyerId?: string | null;
  number?: string | null;
};
/** Where a page of the newest orders goes on. */
export type OrderPosition = { placedAt: Date; id: string };
export type OrderPage = { limit: number; after: OrderPosition | null };

const behind = ({ placedAt, id }: OrderPosition): SQL =>
  sql`(${orders.placedAt}, ${orders.id}) < (${placedAt.toISOString()}::timestamptz, ${id})`;

const matching = ({ status, placedFrom, placedTo, buyerId, number }: OrderFilter): (SQL | undefined)[] => [
  status ? eq(orders.status, status) : undefined,
  placedFrom ? gte(orders.placedAt, placedFrom) : undefined,
  placedTo ? lt(orders.placedAt, placedTo) : undefined,
  buyerId ? eq(orders.buyerId, buyerId) : undefined,
  number ? eq(orders.number, number) : undefined,
];

export const orderListsRepository = (db: Db) => ({
  /** Newest first; one row more than the page holds. */
  page: (filter: OrderFilter, { limit, after }: OrderPage): Promise<OrderRow[]> =>
    db
      .select()
      .from(orders)
      .where(and(...matching(filter), after ? behind(after) : undefined))
      .orderBy(desc(orders.placedAt), desc(orders.id))
      .limit(limit + 1),

  count: (filter: OrderFilter): Promise<number> => db.$count(orders, and(...matching(filter))),

  /** The same page of several buyers' orders, in one statement. */
  async pageOfBuyers(buyerIds: readonly string[], { limit, after }: OrderPage): Promise<OrderRow[]> {
    const ranked = db
      .select({
        id: orders.id,
        rank: sql<number>`row_number() over (partition by ${orders.buyerId} order by ${orders.placedAt} desc, ${orders.id} desc)`.as(
          'rank',
        ),
      })
      .from(orders)
      .where(and(inArray(orders.buyerId, [...buyerIds]), after ? behind(after) : undefined))
      .as('ranked');
    const rows = await db
      .select({ order: orders })
      .from(orders)
      .innerJoin(ranked, eq(orders.id, ranked.id))
      .where(lte(ranked.rank, limit + 1))
      .orderBy(desc(orders.placedAt), desc(orders.id));
    return rows.map(({ order }) => order);
  },

  countOfBuyers: (buyerIds: readonly string[]): Promise<{ buyerId: string; count: number }[]> =>
    db
      .select({ buyerId: orders.buyerId, count: sql<number>`count(*)::int` })
      .from(orders)
      .where(inArray(orders.buyerId, [...buyerIds]))
      .groupBy(orders.buyerId),
});
