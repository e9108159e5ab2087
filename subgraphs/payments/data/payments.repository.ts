import { and, asc, count, desc, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { OPEN } from '../domain/payment';
import type { PaymentStatus } from '../domain/payment.machine';
import type { Position } from '../domain/position';
import { payments as table, type PaymentMethod, type PaymentRow } from './tables';

export type PaymentSearch = {
  status?: PaymentStatus | null;
  method?: PaymentMethod | null;
  createdFrom?: Date | null;
  createdTo?: Date | null;
  orderId?: string | null;
};

const matching = ({ status, method, createdFrom, createdTo, orderId }: PaymentSearch): SQL | undefined =>
  and(
    status ? eq(table.status, status) : undefined,
    method ? eq(table.method, method) : undefined,
    createdFrom ? gte(table.createdAt, createdFrom) : undefined,
    createdTo ? lt(table.createdAt, createdTo) : undefined,
    orderId ? eq(table.orderId, orderId) : undefined,
  );

const behind = ({ at, id }: Position): SQL =>
  sql`(${table.createdAt}, ${table.id}) < (${at.toISOString()}::timestamptz, ${id})`;

const reading = (db: Db) => {
  const prepareByIds = () =>
    db
      .select()
      .from(table)
      .where(sql`${table.id} = any(${sql.placeholder('ids')})`)
      .prepare('payments_by_ids');
  const prepareByOrders = () =>
    db
      .select()
      .from(table)
      .where(sql`${table.orderId} = any(${sql.placeholder('ids')})`)
      .prepare('payments_by_orders');
  let byIds: ReturnType<typeof prepareByIds> | undefined;
  let byOrders: ReturnType<typeof prepareByOrders> | undefined;
  return {
    byIds: (ids: readonly string[]) => (byIds ??= prepareByIds()).execute({ ids }),
    byOrders: (ids: readonly string[]) => (byOrders ??= prepareByOrders()).execute({ ids }),
  };
};

export const paymentsRepository = (db: Db) => {
  const { byIds, byOrders } = reading(db);
  return {
    byIds,
    byOrders,
    byId: async (id: string): Promise<PaymentRow | null> => (await byIds([id]))[0] ?? null,
    byOrder: async (orderId: string): Promise<PaymentRow | null> => (await byOrders([orderId]))[0] ?? null,

    /** @returns null when the order has a payment already */
    async insert(payment: typeof table.$inferInsert): Promise<PaymentRow | null> {
      const [row] = await db.insert(table).values(payment).onConflictDoNothing().returning();
      return row ?? null;
    },

    /** Newest first, from behind a position on. */
    list: (search: PaymentSearch, after: Position | null, limit: number): Promise<PaymentRow[]> =>
      db
        .select()
        .from(table)
        .where(and(matching(search), after ? behind(after) : undefined))
        .orderBy(desc(table.createdAt), desc(table.id))
        .limit(limit),

    async count(search: PaymentSearch): Promise<number> {
      const [row] = await db.select({ total: count() }).from(table).where(matching(search));
      return row?.total ?? 0;
    },

    /** Open payments whose time was up before `deadline`. */
    expired: async (deadline: Date, limit: number): Promise<string[]> =>
      (
        await db
          .select({ id: table.id })
          .from(table)
          .where(and(inArray(table.status, [...OPEN]), lt(table.expiresAt, deadline)))
          .orderBy(asc(table.expiresAt))
          .limit(limit)
      ).map(({ id }) => id),
  };
};
