import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { stockMovements } from './tables';

export type StockMovementRow = typeof stockMovements.$inferSelect;

/** The history of corrections. */
export const stockMovementRepository = (db: Db) => ({
  async insert(movement: Omit<StockMovementRow, 'tenantId'>): Promise<void> {
    await db.insert(stockMovements).values(movement);
  },
  page: (variantId: string, limit: number, behind: { at: Date; id: string } | null): Promise<StockMovementRow[]> =>
    db
      .select()
      .from(stockMovements)
      .where(
        and(
          eq(stockMovements.variantId, variantId),
          behind ? sql`(${stockMovements.occurredAt}, ${stockMovements.id}) < (${behind.at}, ${behind.id})` : undefined,
        ),
      )
      .orderBy(desc(stockMovements.occurredAt), desc(stockMovements.id))
      .limit(limit + 1),
  async count(variantId: string): Promise<number> {
    const [row] = await db
      .select({ count: sql<number>`count(*)::int` })
      .from(stockMovements)
      .where(eq(stockMovements.variantId, variantId));
    return row?.count ?? 0;
  },
});
