import { sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { opening } from './indexState';
import { companions, products, sales } from './tables';

export type Sold = { productId: string; units: number };

/** Of a larger order only the first products count as bought together: it is a wholesaler's, and pairs grow by the square. */
const MAX_COMPANIONS = 20;

/** Each of the products with each other of them. */
const pairs = (productIds: readonly string[]) => sql`
    insert into ${companions} as known (product_id, companion_id, orders)
    select a.id, b.id, 1
      from unnest(${sql.param(productIds)}::text[]) a (id), unnest(${sql.param(productIds)}::text[]) b (id) where a.id <> b.id
    on conflict (tenant_id, product_id, companion_id) do update set orders = known.orders + 1`;

export const salesRepository = (db: Db) => ({
  /** Books what one paid order held, each product once. */
  async record(sold: readonly Sold[]): Promise<void> {
    if (sold.length === 0) return;
    const ids = sold.map(({ productId }) => productId);
    const units = sold.map((each) => each.units);
    // The change is opened first: sales are not booked before its version is known.
    await db.execute(sql`
      with change as (${opening}),
      sold as (
        insert into ${sales} as known (product_id, units)
        select line.id, line.units
          from change, unnest(${sql.param(ids)}::text[], ${sql.param(units)}::bigint[]) as line (id, units)
        on conflict (tenant_id, product_id) do update set units = known.units + excluded.units
        returning product_id, units),
      paired as (${pairs(ids.slice(0, MAX_COMPANIONS))})
      update ${products} p set units_sold = sold.units, version = change.version
        from sold, change where p.id = sold.product_id`);
  },
});
