import { and, asc, eq, inArray, lt, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { newerThan } from '../../../platform/data/statements';
import type { PageOf, Position } from '../../../platform/kernel/pages';
import type { RefundStatus } from '../domain/refund.machine';
import { refunds } from './tables';

export type RefundRow = typeof refunds.$inferSelect;

const inState = (status: RefundStatus | null): SQL | undefined => (status ? eq(refunds.status, status) : undefined);

export const refundsRepository = (db: Db) => {
  const byIds = (ids: readonly string[]): Promise<RefundRow[]> =>
    db
      .select()
      .from(refunds)
      .where(inArray(refunds.id, [...ids]));
  return {
    byIds,
    byId: async (id: string): Promise<RefundRow | null> => (await byIds([id]))[0] ?? null,

    /** Oldest first. */
    ofPayments: (paymentIds: readonly string[]): Promise<RefundRow[]> =>
      db
        .select()
        .from(refunds)
        .where(inArray(refunds.paymentId, [...paymentIds]))
        .orderBy(asc(refunds.requestedAt), asc(refunds.id)),

    /** Oldest first: who has waited longest comes first. */
    page: (status: RefundStatus | null, { limit, after }: PageOf<Position>): Promise<RefundRow[]> =>
      db
        .select()
        .from(refunds)
        .where(and(inState(status), newerThan(refunds.requestedAt, refunds.id, after)))
        .orderBy(asc(refunds.requestedAt), asc(refunds.id))
        .limit(limit + 1),

    count: (status: RefundStatus | null): Promise<number> => db.$count(refunds, inState(status)),

    async insert(refund: typeof refunds.$inferInsert): Promise<void> {
      await db.insert(refunds).values(refund);
    },

    /** Refunds that were agreed to before `time` and not paid yet. */
    unpaid: async (time: Date, limit: number): Promise<RefundRow[]> =>
      db
        .select()
        .from(refunds)
        .where(and(eq(refunds.status, 'APPROVED'), lt(refunds.approvedAt, time)))
        .orderBy(asc(refunds.approvedAt))
        .limit(limit),
  };
};
