import { and, asc, count, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { Position } from '../domain/position';
import type { RefundStatus } from '../domain/refund.machine';
import { refunds as table, type RefundRow } from './tables';

const inState = (status: RefundStatus | null): SQL | undefined => (status ? eq(table.status, status) : undefined);
const behind = ({ at, id }: Position): SQL =>
  sql`(${table.requestedAt}, ${table.id}) > (${at.toISOString()}::timestamptz, ${id})`;

export const refundsRepository = (db: Db) => {
  const byIds = (ids: readonly string[]): Promise<RefundRow[]> =>
    db
      .select()
      .from(table)
      .where(inArray(table.id, [...ids]));
  return {
    byIds,
    byId: async (id: string): Promise<RefundRow | null> => (await byIds([id]))[0] ?? null,

    /** Oldest first. */
    ofPayments: (paymentIds: readonly string[]): Promise<RefundRow[]> =>
      db
        .select()
        .from(table)
        .where(inArray(table.paymentId, [...paymentIds]))
        .orderBy(asc(table.requestedAt), asc(table.id)),

    /** Oldest first, from behind a position on. */
    list: (status: RefundStatus | null, after: Position | null, limit: number): Promise<RefundRow[]> =>
      db
        .select()
        .from(table)
        .where(and(inState(status), after ? behind(after) : undefined))
        .orderBy(asc(table.requestedAt), asc(table.id))
        .limit(limit),

    async count(status: RefundStatus | null): Promise<number> {
      const [row] = await db.select({ total: count() }).from(table).where(inState(status));
      return row?.total ?? 0;
    },

    async insert(refund: typeof table.$inferInsert): Promise<void> {
      await db.insert(table).values(refund);
    },

    /** Refunds that were agreed to before `time` and not paid yet. */
    unpaid: async (time: Date, limit: number): Promise<RefundRow[]> =>
      db
        .select()
        .from(table)
        .where(and(eq(table.status, 'APPROVED'), lt(table.approvedAt, time)))
        .orderBy(asc(table.approvedAt))
        .limit(limit),
  };
};
