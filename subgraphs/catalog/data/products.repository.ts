import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { isAnyOf, lazily } from '../../../platform/data/statements';
import type { CategoryRow } from './categories.repository';
import { categories, productPrices, products } from './tables';
import { onUniqueViolation } from '../../../platform/data/violations';

type Row = typeof products.$inferSelect;
/** A product with its category, and its prices in the currency it was asked for: null when it is not sold in that one. */
export type ProductRow = Row & { category: CategoryRow; range: { min: number; max: number } | null };
export type NewProduct = Omit<
  typeof products.$inferInsert,
  'tenantId' | 'revision' | 'sold' | 'ratingSum' | 'ratingCount'
>;
export type ProductSet = Partial<Omit<NewProduct, 'id' | 'createdAt'>>;

export const productColumns = {
  ...getTableColumns(products),
  category: getTableColumns(categories),
  range: { min: productPrices.min, max: productPrices.max },
};

/** What every change of a product that is announced sets. */
export const changed = (at: Date) => ({ revision: sql`${products.revision} + 1`, updatedAt: at });

export const productsRepository = (db: Db) => {
  const pricedIn = and(
    eq(productPrices.productId, products.id),
    eq(productPrices.currency, sql.placeholder('currency')),
  );
  const whole = () =>
    db
      .select(productColumns)
      .from(products)
      .innerJoin(categories, eq(categories.id, products.categoryId))
      .leftJoin(productPrices, pricedIn);
  const byIds = lazily(() => whole().where(isAnyOf(products.id, 'ids')).prepare('catalog_products_by_ids'));
  const bySlug = lazily(() =>
    whole()
      .where(eq(products.slug, sql.placeholder('slug')))
      .prepare('catalog_product_by_slug'),
  );
  return {
    byIds: (ids: readonly string[], currency: string): Promise<ProductRow[]> => byIds().execute({ ids, currency }),
    async bySlug(slug: string, currency: string): Promise<ProductRow | null> {
      const [row] = await bySlug().execute({ slug, currency });
      return row ?? null;
    },
    /** @returns whether it was inserted; false when the slug is taken */
    async insert(product: NewProduct): Promise<boolean> {
      const rows = await db.insert(products).values(product).onConflictDoNothing().returning({ id: products.id });
      return rows.length > 0;
    },
    /** Takes a product for a change that spans rows: whoever else would change it waits. */
    async lock(id: string): Promise<Row | null> {
      const [row] = await db.select().from(products).where(eq(products.id, id)).for('no key update');
      return row ?? null;
    },
    /** @returns false when the slug is taken */
    update: (id: string, set: ProductSet, at: Date): Promise<boolean> =>
      onUniqueViolation(
        async () => {
          await db
            .update(products)
            .set({ ...set, ...changed(at) })
            .where(eq(products.id, id));
          return true;
        },
        () => false,
      ),
    /** @returns false when it was archived before */
    async archive(id: string, at: Date): Promise<boolean> {
      const rows = await db
        .update(products)
        .set({ archivedAt: at, ...changed(at) })
        .where(and(eq(products.id, id), isNull(products.archivedAt)))
        .returning({ id: products.id });
      return rows.length > 0;
    },
  };
};
