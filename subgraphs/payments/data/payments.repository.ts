import { and, asc, desc, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { columnsOf, insertOf, readRow } from '../../../platform/data/rows';
import { isAnyOf, lazily, olderThan } from '../../../platform/data/statements';
import type { PageOf, Position } from '../../../platform/kernel/pages';
import { OPEN } from '../domain/payment';
import type { PaymentStatus } from '../domain/payment.machine';
import { type PaymentMethod, payments, transitions } from './tables';

export type PaymentRow = typeof payments.$inferSelect;

export type PaymentSearch = {
  status?: PaymentStatus | null;
  method?: PaymentMethod | null;
  createdFrom?: Date | null;
  createdTo?: Date | null;
  orderId?: string | null;
};

const matching = ({ status, method, createdFrom, createdTo, orderId }: PaymentSearch): SQL | undefined =>
  and(
    status ? eq(payments.status, status) : undefined,
    method ? eq(payments.method, method) : undefined,
    createdFrom ? gte(payments.createdAt, createdFrom) : undefined,
    createdTo ? lt(payments.createdAt, createdTo) : undefined,
    orderId ? eq(payments.orderId, orderId) : undefined,
  );

const prepare = (db: Db) => ({
  byIds: lazily(() => db.select().from(payments).where(isAnyOf(payments.id, 'ids')).prepare('payments_by_ids')),
  ofOrders: lazily(() =>
    db.select().from(payments).where(isAnyOf(payments.orderId, 'ids')).prepare('payments_by_orders'),
  ),
});

export const paymentsRepository = (db: Db) => {
  const prepared = prepare(db);
  const byIds = (ids: readonly string[]): Promise<PaymentRow[]> => prepared.byIds().execute({ ids });
  const ofOrders = (ids: readonly string[]): Promise<PaymentRow[]> => prepared.ofOrders().execute({ ids });
  return {
    byIds,
    ofOrders,
    byId: async (id: string): Promise<PaymentRow | null> => (await byIds([id]))[0] ?? null,
    ofOrder: async (orderId: string): Promise<PaymentRow | null> => (await ofOrders([orderId]))[0] ?? null,

    /** Writes a payment with the first line of its history; answers null when the order has a payment already. */
    async open(payment: typeof payments.$inferInsert, actor: string): Promise<PaymentRow | null> {
      const { rows } = await db.execute(sql`
        with opened as (${insertOf(payments, payment)} on conflict do nothing returning ${columnsOf(payments)}),
        told as (
          insert into ${transitions} (entity_id, from_state, to_state, actor, occurred_at)
          select id, null, status, ${actor}::text, created_at from opened)
        select * from opened`);
      return rows[0] ? readRow(payments, rows[0]) : null;
    },

    /** Newest first. */
    page: (search: PaymentSearch, { limit, after }: PageOf<Position>): Promise<PaymentRow[]> =>
      db
        .select()
        .from(payments)
        .where(and(matching(search), olderThan(payments.createdAt, payments.id, after)))
        .orderBy(desc(payments.createdAt), desc(payments.id))
        .limit(limit + 1),

    count: (search: PaymentSearch): Promise<number> => db.$count(payments, matching(search)),

    /** Open payments whose time was up before `deadline`. */
    expired: async (deadline: Date, limit: number): Promise<string[]> =>
      (
        await db
          .select({ id: payments.id })
          .from(payments)
          .where(and(inArray(payments.status, [...OPEN]), lt(payments.expiresAt, deadline)))
          .orderBy(asc(payments.expiresAt))
          .limit(limit)
      ).map(({ id }) => id),
  };
};
