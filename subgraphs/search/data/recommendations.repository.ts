import { sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { companions, products } from './tables';

export type Recommended = { readonly productId: string; readonly recommendedId: string };

/** For each product `limit` others: those most often bought with it, then the best-selling of its category. */
const recommended = (productIds: readonly string[], currency: string, limit: number) => sql`
  select asked.id as "productId", found.id as "recommendedId"
    from unnest(${sql.param(productIds)}::text[]) asked (id)
    join ${products} own on own.id = asked.id
   cross join lateral (
     (select c.companion_id as id, 0 as source, c.orders as strength
        from ${companions} c join ${products} p on p.id = c.companion_id and p.active and p.prices ? ${currency}
       where c.product_id = asked.id order by c.orders desc, c.companion_id limit ${limit})
     union all
     (select p.id, 1, p.units_sold from ${products} p
       where p.active and p.category_id = own.category_id and p.id <> own.id and p.prices ? ${currency}
       order by p.units_sold desc, p.number desc limit ${limit})) found
   order by asked.id, found.source, found.strength desc, found.id`;

export const recommendationsRepository = (db: Db) => ({
  /** In order, best first; a product may stand twice, for two reasons. */
  async forProducts(productIds: readonly string[], currency: string, limit: number): Promise<Recommended[]> {
    return (await db.execute<Recommended>(recommended(productIds, currency, limit))).rows;
  },
});
