import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { refunds as table, type RefundRow } from './tables';

export const refunds = (db: Db) => {
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
