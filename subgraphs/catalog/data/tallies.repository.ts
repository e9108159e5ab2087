import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { changed } from './products.repository';
import { products } from './tables';

/** What a product keeps of its variants' stock, its sales and its reviews, so that nobody has to count. */
export const talliesRepository = (db: Db) => {
  const lock = (ids: readonly string[]) =>
    db
      .select({ id: products.id })
      .from(products)
      .where(inArray(products.id, [...ids]))
      .orderBy(asc(products.id))
      .for('no key update');
  return {
    /** @returns false when there is no such product */
    async rate(id: string, stars: number, at: Date): Promise<boolean> {
      const rows = await db
        .update(products)
        .set({
          ratingSum: sql`${products.ratingSum} + ${stars}`,
          ratingCount: sql`${products.ratingCount} + 1`,
          ...changed(at),
        })
        .where(eq(products.id, id))
        .returning({ id: products.id });
      return rows.length > 0;
    },
    /**
     * Settles whether products are in stock. They are locked first and looked at in a second statement, so that it sees
     * what everybody before it has committed.
     * @returns those for which it has changed
     */
    async turn(ids: readonly string[], at: Date): Promise<string[]> {
      const chosen = inArray(products.id, [...ids]);
      await lock(ids);
      const available = sql`exists (
      select from catalog.stock_levels s where s.product_id = ${products.id} and s.on_hand > s.reserved)`;
      const rows = await db
        .update(products)
        .set({ inStock: sql`not ${products.inStock}`, ...changed(at) })
        .where(and(chosen, sql`${products.inStock} <> ${available}`))
        .returning({ id: products.id });
      return rows.map(({ id }) => id);
    },
  };
};
