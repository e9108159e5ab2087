import { and, count, desc, eq, gte, inArray, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { olderThan } from '../../../platform/data/statements';
import type { PageOf, Position } from '../../../platform/kernel/pages';
import type { OrderStatus } from '../domain/order.machine';
import type { OrderRow } from './orders.repository';
import { orders } from './tables';

export type OrderFilter = {
  status?: OrderStatus | null;
  placedFrom?: Date | null;
  placedTo?: Date | null;
  buyerId?: string | null;
  number?: string | null;
};

const matching = ({ status, placedFrom, placedTo, buyerId, number }: OrderFilter): (SQL | undefined)[] => [
  status ? eq(orders.status, status) : undefined,
  placedFrom ? gte(orders.placedAt, placedFrom) : undefined,
  placedTo ? lt(orders.placedAt, placedTo) : undefined,
  buyerId ? eq(orders.buyerId, buyerId) : undefined,
  number ? eq(orders.number, number) : undefined,
];

export const orderListsRepository = (db: Db) => ({
  /** Newest first. */
  page: (filter: OrderFilter, { limit, after }: PageOf<Position>): Promise<OrderRow[]> =>
    db
      .select()
      .from(orders)
      .where(and(...matching(filter), olderThan(orders.placedAt, orders.id, after)))
      .orderBy(desc(orders.placedAt), desc(orders.id))
      .limit(limit + 1),

  count: (filter: OrderFilter): Promise<number> => db.$count(orders, and(...matching(filter))),

  /** Newest first, a page for each of several buyers in one statement. */
  async pages(buyerIds: readonly string[], { limit, after }: PageOf<Position>): Promise<OrderRow[]> {
    const ranked = db
      .select({
        id: orders.id,
        rank: sql<number>`row_number() over (partition by ${orders.buyerId} order by ${orders.placedAt} desc, ${orders.id} desc)`.as(
          'rank',
        ),
      })
      .from(orders)
      .where(and(inArray(orders.buyerId, [...buyerIds]), olderThan(orders.placedAt, orders.id, after)))
      .as('ranked');
    const rows = await db
      .select({ order: orders })
      .from(orders)
      .innerJoin(ranked, eq(orders.id, ranked.id))
      .where(lte(ranked.rank, limit + 1))
      .orderBy(desc(orders.placedAt), desc(orders.id));
    return rows.map(({ order }) => order);
  },

  counts: (buyerIds: readonly string[]): Promise<{ key: string; count: number }[]> =>
    db
      .select({ key: orders.buyerId, count: count() })
      .from(orders)
      .where(inArray(orders.buyerId, [...buyerIds]))
      .groupBy(orders.buyerId),
});
