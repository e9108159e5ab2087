import { sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { lazily } from '../../../platform/data/statements';
import { companions, products } from './tables';

export type Recommended = { readonly productId: string; readonly recommendedId: string };

/**
 * For each product `limit` others: those most often bought with it, then the best-selling of its category. The ids stand in a
 * sub-select, so that the planner keeps one plan whatever their number (platform/data/statements.ts).
 */
function prepareRecommended(db: Db) {
  const [currency, limit] = [sql.placeholder('currency'), sql.placeholder('limit')];
  return db
    .select({ productId: sql<string>`asked.id`, recommendedId: sql<string>`found.id` })
    .from(
      sql`unnest((select ${sql.placeholder('productIds')}::text[])::text[]) asked (id)
          join ${products} own on own.id = asked.id
         cross join lateral (
           (select c.companion_id as id, 0 as source, c.orders as strength
              from ${companions} c join ${products} p on p.id = c.companion_id and p.active and p.prices ? ${currency}
             where c.product_id = asked.id order by c.orders desc, c.companion_id limit ${limit})
           union all
           (select p.id, 1, p.units_sold from ${products} p
             where p.active and p.category_id = own.category_id and p.id <> own.id and p.prices ? ${currency}
             order by p.units_sold desc, p.number desc limit ${limit})) found`,
    )
    .orderBy(sql`asked.id, found.source, found.strength desc, found.id`)
    .prepare('search_recommendations');
}

export const recommendationsRepository = (db: Db) => {
  const recommended = lazily(() => prepareRecommended(db));
  return {
    /** In order, best first; a product may stand twice, for two reasons. */
    forProducts: (productIds: readonly string[], currency: string, limit: number): Promise<Recommended[]> =>
      recommended().execute({ productIds, currency, limit }),
  };
};
