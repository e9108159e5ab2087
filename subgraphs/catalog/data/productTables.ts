import { sql, type SQL } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { bytewise, instant, minorUnits, platformTables, tenantId } from '../../../platform/data/tables';
import type { OptionValue, ProductOption } from '../domain/options';
import type { Media } from '../domain/product';

export const schema = pgSchema('catalog');
export const tables = platformTables(schema);
export const { outbox, inbox, idempotencyKeys, transitions, auditLog, auditHeads } = tables;

/** Three levels: departments (depth 1), sections (2), categories (3). A category never moves. */
export const categories = schema.table(
  'categories',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    /** From the department down to the parent. */
    ancestorIds: text('ancestor_ids').array().notNull(),
    parentId: text('parent_id'),
    depth: integer('depth').notNull(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    position: integer('position').notNull().default(0),
    /** Products for sale in it and below it, kept by whoever creates, moves or archives a product. */
    productCount: integer('product_count').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('categories_slug').on(table.tenantId, table.slug),
    index('categories_children').on(table.tenantId, table.parentId),
    foreignKey({
      name: 'categories_parent',
      columns: [table.tenantId, table.parentId],
      foreignColumns: [table.tenantId, table.id],
    }),
    check('categories_depth', sql`${table.depth} = cardinality(${table.ancestorIds}) + 1 and ${table.depth} <= 3`),
    check('categories_product_count', sql`${table.productCount} >= 0`),
  ],
);

export const products = schema.table(
  'products',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    /** What NAME sorts by. A column, since an expression is no index condition under row-level security. */
    sortName: text('sort_name')
      .notNull()
      .generatedAlwaysAs((): SQL => sql`lower(${products.name})`),
    description: text('description').notNull().default(''),
    categoryId: text('category_id').notNull(),
    /** The category's ancestors, so that a subtree is one equality: the department, and the section from depth 2 on. */
    departmentId: text('department_id').notNull(),
    sectionId: text('section_id'),
    media: jsonb('media').$type<Media[]>().notNull().default([]),
    options: jsonb('options').$type<ProductOption[]>().notNull().default([]),
    /** Grows with every change that is announced. */
    revision: integer('revision').notNull().default(1),
    /** Whether a variant is available; kept by whoever moves stock. */
    inStock: boolean('in_stock').notNull().default(false),
    /** Units sold of all variants. */
    sold: integer('sold').notNull().default(0),
    ratingSum: integer('rating_sum').notNull().default(0),
    ratingCount: integer('rating_count').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Since when it is no longer for sale. */
    archivedAt: instant('archived_at'),
  },
  (table) => {
    const forSale = sql`archived_at is null`;
    return [
      primaryKey({ columns: [table.tenantId, table.id] }),
      uniqueIndex('products_slug').on(table.tenantId, table.slug),
      index('products_newest').on(table.tenantId, table.createdAt, table.id).where(forSale),
      index('products_in_stock')
        .on(table.tenantId, table.createdAt, table.id)
        .where(sql`archived_at is null and in_stock`),
      index('products_name').on(table.tenantId, table.sortName, table.id).where(forSale),
      index('products_best_selling').on(table.tenantId, table.sold, table.id).where(forSale),
      index('products_department').on(table.tenantId, table.departmentId, table.createdAt, table.id).where(forSale),
      index('products_section').on(table.tenantId, table.sectionId, table.createdAt, table.id).where(forSale),
      index('products_category').on(table.tenantId, table.categoryId, table.createdAt, table.id).where(forSale),
      foreignKey({
        name: 'products_in_category',
        columns: [table.tenantId, table.categoryId],
        foreignColumns: [categories.tenantId, categories.id],
      }),
      check(
        'products_counts',
        sql`${table.sold} >= 0 and ${table.ratingSum} between ${table.ratingCount} and 5 * ${table.ratingCount}`,
      ),
    ];
  },
);

/**
 * A product in a currency: the lowest and highest price of its variants, and where it stands. What lists filter and sort by;
 * the indexes hold all that is counted by.
 */
export const productPrices = schema.table(
  'product_prices',
  {
    tenantId: tenantId(),
    productId: text('product_id').notNull(),
    currency: text('currency').notNull(),
    min: minorUnits('min').notNull(),
    max: minorUnits('max').notNull(),
    /** Its categories from the department down, a slash between them (`shelfPath`). Null when it is not for sale. */
    shelf: bytewise('shelf'),
    /** As the product itself has it. */
    inStock: boolean('in_stock').notNull().default(false),
  },
  (table) => {
    const { tenantId: tenant, currency, productId, min, max, inStock } = table;
    const forSale = sql`shelf is not null`;
    return [
      primaryKey({ columns: [tenant, productId, currency] }),
      index('product_prices_cheapest').on(tenant, currency, min, productId, max, inStock).where(forSale),
      index('product_prices_dearest').on(tenant, currency, max, productId, min, inStock).where(forSale),
      index('product_prices_shelf').on(tenant, currency, table.shelf, min, max, inStock).where(forSale),
      foreignKey({
        name: 'product_prices_product',
        columns: [tenant, productId],
        foreignColumns: [products.tenantId, products.id],
      }),
    ];
  },
);

/**
 * How many products are listed on each shelf, kept by whoever announces a product's change. Added up for what lies above:
 * one row for a whole shop would be waited for by everybody. No constraint: a count that is off shall not stop a sale.
 */
export const listingCounts = schema.table(
  'listing_counts',
  {
    tenantId: tenantId(),
    currency: text('currency').notNull(),
    shelf: bytewise('shelf').notNull(),
    inStock: boolean('in_stock').notNull(),
    products: integer('products').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.currency, table.shelf, table.inStock] })],
);

export const variants = schema.table(
  'variants',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    productId: text('product_id').notNull(),
    sku: text('sku').notNull(),
    name: text('name').notNull(),
    options: jsonb('options').$type<OptionValue[]>().notNull().default([]),
    weightGrams: integer('weight_grams').notNull().default(0),
    position: integer('position').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('variants_sku').on(table.tenantId, table.sku),
    index('variants_of_product').on(table.tenantId, table.productId, table.position),
    foreignKey({
      name: 'variants_product',
      columns: [table.tenantId, table.productId],
      foreignColumns: [products.tenantId, products.id],
    }),
    check('variants_weight', sql`${table.weightGrams} >= 0`),
  ],
);

export const variantPrices = schema.table(
  'variant_prices',
  {
    tenantId: tenantId(),
    variantId: text('variant_id').notNull(),
    currency: text('currency').notNull(),
    amount: minorUnits('amount').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.variantId, table.currency] }),
    foreignKey({
      name: 'variant_prices_variant',
      columns: [table.tenantId, table.variantId],
      foreignColumns: [variants.tenantId, variants.id],
    }),
    check('variant_prices_amount', sql`${table.amount} >= 0`),
  ],
);
