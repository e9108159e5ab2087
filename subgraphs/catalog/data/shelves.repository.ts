import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';

/**
 * Adds to what is listed on shelves. Rows are taken in the order of their keys, each at its newest, so that no two changes
 * wait for each other and none is lost.
 * @param changes rows of (shelf, currency, in_stock, products); those without a shelf count nowhere
 */
const count = (changes: SQL): SQL => sql`
  insert into catalog.listing_counts as known (shelf, currency, in_stock, products)
  select shelf, currency, in_stock, sum(products) from (${changes}) change where shelf is not null
   group by currency, shelf, in_stock having sum(products) <> 0 order by currency, shelf, in_stock
  on conflict (tenant_id, currency, shelf, in_stock) do update set products = known.products + excluded.products`;

/** Where products stand for sale in each currency, and how many stand where. */
export const shelvesRepository = (db: Db) => ({
  /**
   * Puts products on the shelf where they belong now, and counts them there and no longer where they stood. Whoever has
   * changed them holds them locked. Last of all locks: categories, stock and products come before.
   */
  async settle(productIds: readonly string[]): Promise<void> {
    await db.execute(sql`
      with prices as materialized (
        select r.product_id, r.currency, r.shelf as old_shelf, r.in_stock as old_in_stock, p.in_stock,
               case when p.archived_at is null then array_to_string(c.ancestor_ids || c.id, '/') end collate "C" as shelf
          from catalog.product_prices r join catalog.products p on p.id = r.product_id
          join catalog.categories c on c.id = p.category_id
         where r.product_id = any(${sql.param(productIds)})),
      settled as (
        update catalog.product_prices r set shelf = prices.shelf, in_stock = prices.in_stock from prices
         where (r.product_id, r.currency) = (prices.product_id, prices.currency)
           and (r.shelf, r.in_stock) is distinct from (prices.shelf, prices.in_stock))
      ${count(sql`
        select old_shelf as shelf, currency, old_in_stock as in_stock, -1 as products from prices
         union all select shelf, currency, in_stock, 1 from prices`)}`);
  },
  /** Counts products that have just been written where they stand. */
  async count(productIds: readonly string[]): Promise<void> {
    await db.execute(
      count(sql`
        select shelf, currency, in_stock, 1 as products from catalog.product_prices
         where product_id = any(${sql.param(productIds)})`),
    );
  },
});
