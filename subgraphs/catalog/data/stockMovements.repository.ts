import { and, count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { olderThan } from '../../../platform/data/statements';
import type { PageOf, Position } from '../../../platform/kernel/pages';
import { stockMovements } from './tables';

export type StockMovementRow = typeof stockMovements.$inferSelect;

/** The history of corrections. */
export const stockMovementsRepository = (db: Db) => ({
  async insert(movement: Omit<StockMovementRow, 'tenantId'>): Promise<void> {
    await db.insert(stockMovements).values(movement);
  },
  /** Newest first, a page for each of several variants in one statement. */
  pages(variantIds: readonly string[], { limit, after }: PageOf<Position>): Promise<StockMovementRow[]> {
    const { occurredAt, id, variantId } = stockMovements;
    const page = db
      .select()
      .from(stockMovements)
      .where(and(eq(variantId, sql`asked.id`), olderThan(occurredAt, id, after)))
      .orderBy(desc(occurredAt), desc(id))
      .limit(limit + 1)
      .as('page');
    return db
      .select(page._.selectedFields)
      .from(sql`unnest(${sql.param(variantIds)}::text[]) as asked (id)`)
      .crossJoinLateral(page)
      .orderBy(desc(page.occurredAt), desc(page.id));
  },
  counts: (variantIds: readonly string[]): Promise<{ key: string; count: number }[]> =>
    db
      .select({ key: stockMovements.variantId, count: count() })
      .from(stockMovements)
      .where(inArray(stockMovements.variantId, [...variantIds]))
      .groupBy(stockMovements.variantId),
});
