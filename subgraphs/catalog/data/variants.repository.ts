import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { isAnyOf, lazily } from '../../../platform/data/statements';
import type { ProductRow } from './products.repository';
import { categories, productPrices, products, stockLevels, variantPrices, variants } from './tables';

type Row = typeof variants.$inferSelect;
export type StockRow = Omit<typeof stockLevels.$inferSelect, 'tenantId' | 'variantId' | 'productId'>;
/** A variant with its stock, and its price in the currency it was asked for: null when it is not sold in that one. */
export type VariantRow = Row & { price: number | null; stock: StockRow };
export type VariantOfProduct = VariantRow & { product: ProductRow };

const range = { min: productPrices.min, max: productPrices.max };
const { onHand, reserved, sold, received, returned } = getTableColumns(stockLevels);

const columns = {
  ...getTableColumns(variants),
  price: variantPrices.amount,
  stock: { onHand, reserved, sold, received, returned },
};
const pricedIn = and(eq(variantPrices.variantId, variants.id), eq(variantPrices.currency, sql.placeholder('currency')));
const productPricedIn = and(
  eq(productPrices.productId, variants.productId),
  eq(productPrices.currency, sql.placeholder('currency')),
);

export const variantsRepository = (db: Db) => {
  const whole = () =>
    db
      .select(columns)
      .from(variants)
      .innerJoin(stockLevels, eq(stockLevels.variantId, variants.id))
      .leftJoin(variantPrices, pricedIn);
  const byIds = lazily(() =>
    db
      .select({ ...columns, product: getTableColumns(products), category: getTableColumns(categories), range })
      .from(variants)
      .innerJoin(stockLevels, eq(stockLevels.variantId, variants.id))
      .innerJoin(products, eq(products.id, variants.productId))
      .innerJoin(categories, eq(categories.id, products.categoryId))
      .leftJoin(variantPrices, pricedIn)
      .leftJoin(productPrices, productPricedIn)
      .where(isAnyOf(variants.id, 'ids'))
      .prepare('catalog_variants_by_ids'),
  );
  const ofProducts = lazily(() =>
    whole()
      .where(isAnyOf(variants.productId, 'ids'))
      .orderBy(asc(variants.position), asc(variants.id))
      .prepare('catalog_variants_by_products'),
  );
  const offers = lazily(() =>
    db
      .select({ ...columns, productName: products.name, categoryId: products.categoryId })
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .innerJoin(stockLevels, eq(stockLevels.variantId, variants.id))
      .leftJoin(variantPrices, pricedIn)
      .where(and(isAnyOf(variants.id, 'ids'), isNull(products.archivedAt)))
      .prepare('catalog_variant_offers'),
  );
  return {
    /** With their products: who names a variant, as a cart or an order does, wants to know what it is of. */
    async byIds(ids: readonly string[], currency: string): Promise<VariantOfProduct[]> {
      const rows = await byIds().execute({ ids, currency });
      return rows.map(({ product, category, range: prices, ...variant }) => ({
        ...variant,
        product: { ...product, category, range: prices },
      }));
    },
    ofProducts: (ids: readonly string[], currency: string): Promise<VariantRow[]> =>
      ofProducts().execute({ ids, currency }),
    /** Variants of products that are for sale. */
    offers: (ids: readonly string[], currency: string): Promise<OfferRow[]> => offers().execute({ ids, currency }),
    /** @returns the ids of those inserted: one is missing where its stock-keeping number is taken */
    async insert(rows: readonly Omit<Row, 'tenantId'>[]): Promise<ReadonlySet<string>> {
      const inserted = await db
        .insert(variants)
        // In the order of what they may meet on, so that no two wait crosswise.
        .values(rows.toSorted((a, b) => (a.sku < b.sku ? -1 : 1)))
        .onConflictDoNothing()
        .returning({ id: variants.id });
      return new Set(inserted.map(({ id }) => id));
    },
  };
};

export type OfferRow = VariantRow & { productName: string; categoryId: string };
