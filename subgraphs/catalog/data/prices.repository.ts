import { asc, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { variantPrices } from './tables';

export type VariantPriceRow = Omit<typeof variantPrices.$inferSelect, 'tenantId'>;

export const pricesRepository = (db: Db) => ({
  ofVariants: (variantIds: readonly string[]): Promise<VariantPriceRow[]> =>
    db
      .select()
      .from(variantPrices)
      .where(inArray(variantPrices.variantId, [...variantIds]))
      .orderBy(asc(variantPrices.currency)),
  async set(rows: readonly VariantPriceRow[]): Promise<void> {
    await db
      .insert(variantPrices)
      .values([...rows])
      .onConflictDoUpdate({
        target: [variantPrices.tenantId, variantPrices.variantId, variantPrices.currency],
        set: { amount: sql`excluded.amount` },
      });
  },
  /** Sums up the prices of a product's variants. The product is locked, so that of two changes neither misses the other. */
  async sumUp(productId: string): Promise<void> {
    await db.execute(sql`
      insert into catalog.product_prices (product_id, currency, min, max)
      select v.product_id, p.currency, min(p.amount), max(p.amount)
        from catalog.variants v join catalog.variant_prices p on p.variant_id = v.id
       where v.product_id = ${productId} group by v.product_id, p.currency
      on conflict (tenant_id, product_id, currency) do update set min = excluded.min, max = excluded.max`);
  },
});
