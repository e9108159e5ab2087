import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { stockMovements } from './tables';
import { behindTime, type Behind } from './behind';

export type StockMovementRow = typeof stockMovements.$inferSelect;

/** The history of corrections. */
export const stockMovementsRepository = (db: Db) => ({
  async insert(movement: Omit<StockMovementRow, 'tenantId'>): Promise<void> {
    await db.insert(stockMovements).values(movement);
  },
  /** The newest of several variants in one statement, up to `limit + 1` each. */
  newest(variantIds: readonly string[], limit: number, behind: Behind): Promise<StockMovementRow[]> {
    const { occurredAt, id, variantId } = stockMovements;
    const page = db
      .select()
      .from(stockMovements)
      .where(and(eq(variantId, sql`asked.id`), behindTime(occurredAt, id, behind)))
      .orderBy(desc(occurredAt), desc(id))
      .limit(limit + 1)
      .as('page');
    return db
      .select(page._.selectedFields)
      .from(sql`unnest(${sql.param(variantIds)}::text[]) as asked (id)`)
      .crossJoinLateral(page)
      .orderBy(desc(page.occurredAt), desc(page.id));
  },
  async counts(variantIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await db
      .select({ id: stockMovements.variantId, count: sql<number>`count(*)::int` })
      .from(stockMovements)
      .where(inArray(stockMovements.variantId, [...variantIds]))
      .groupBy(stockMovements.variantId);
    return new Map(rows.map(({ id, count }) => [id, count]));
  },
});
