import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { olderThan } from '../../../platform/data/statements';
import type { PageOf, Position } from '../../../platform/kernel/pages';
import { receipts, reviews } from './tables';

export type ReviewRow = typeof reviews.$inferSelect;

export const reviewsRepository = (db: Db) => ({
  byIds: (ids: readonly string[]): Promise<ReviewRow[]> =>
    db
      .select()
      .from(reviews)
      .where(inArray(reviews.id, [...ids])),
  /** Newest first, a page for each of several products in one statement. */
  pages(productIds: readonly string[], { limit, after }: PageOf<Position>): Promise<ReviewRow[]> {
    const page = db
      .select()
      .from(reviews)
      .where(and(eq(reviews.productId, sql`asked.id`), olderThan(reviews.createdAt, reviews.id, after)))
      .orderBy(desc(reviews.createdAt), desc(reviews.id))
      .limit(limit + 1)
      .as('page');
    return db
      .select(page._.selectedFields)
      .from(sql`unnest(${sql.param(productIds)}::text[]) as asked (id)`)
      .crossJoinLateral(page)
      .orderBy(desc(page.createdAt), desc(page.id));
  },
  /** @returns false when the buyer has reviewed the product before */
  async insert(review: Omit<ReviewRow, 'tenantId'>): Promise<boolean> {
    const rows = await db.insert(reviews).values(review).onConflictDoNothing().returning({ id: reviews.id });
    return rows.length > 0;
  },
  async hasReceived(buyerId: string, productId: string): Promise<boolean> {
    const rows = await db
      .select({ id: receipts.productId })
      .from(receipts)
      .where(and(eq(receipts.buyerId, buyerId), eq(receipts.productId, productId)));
    return rows.length > 0;
  },
  async receive(rows: readonly Omit<typeof receipts.$inferInsert, 'tenantId'>[]): Promise<void> {
    if (rows.length > 0)
      await db
        .insert(receipts)
        .values([...rows])
        .onConflictDoNothing();
  },
});
