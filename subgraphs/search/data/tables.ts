import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import type { ProductSnapshot } from '../../../platform/contracts/catalog';
import { bytewise, instant, platformTables, tenantId } from '../../../platform/data/tables';

export const schema = pgSchema('search');
export const tables = platformTables(schema);
export const { outbox, inbox, idempotencyKeys, transitions, auditLog, auditHeads } = tables;

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** One row a shop. Who writes to its index holds this row until the commit, so that versions become visible in order. */
export const indexStates = schema.table(
  'index_states',
  {
    tenantId: tenantId(),
    version: bigint('version', { mode: 'number' }).notNull(),
    nextNumber: integer('next_number').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId] })],
);

// An index that ends with `desc()` says nullsFirst(), as `order by … desc` does: drizzle's default would serve no such order.
export const products = schema.table(
  'products',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    /** Dense from 0: what postings name the product by. */
    number: integer('number').notNull(),
    /** Grows with every change of the row; readers ask for what is newer than what they know. */
    version: bigint('version', { mode: 'number' }).notNull(),
    /** The catalog's own count of changes. */
    revision: bigint('revision', { mode: 'number' }).notNull(),
    active: boolean('active').notNull(),
    name: text('name').notNull(),
    nameKey: bytewise('name_key').notNull(),
    description: text('description').notNull(),
    categoryId: text('category_id').notNull(),
    categoryPath: jsonb('category_path').$type<{ slug: string; name: string }[]>().notNull(),
    options: jsonb('options').$type<ProductSnapshot['options']>().notNull(),
    variants: jsonb('variants').$type<{ sku: string; name: string }[]>().notNull(),
    /** The lowest price of the variants in minor units, by currency. */
    prices: jsonb('prices').$type<Record<string, number>>().notNull(),
    inStock: boolean('in_stock').notNull(),
    rating: doublePrecision('rating'),
    ratingCount: integer('rating_count').notNull(),
    unitsSold: bigint('units_sold', { mode: 'number' }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique('products_number').on(table.tenantId, table.number),
    index('products_changes').on(table.tenantId, table.version, table.number),
    index('products_names')
      .on(table.tenantId, table.nameKey)
      .where(sql`active`),
    index('products_best_of_category')
      .on(table.tenantId, table.categoryId, table.unitsSold.desc().nullsFirst(), table.number.desc().nullsFirst())
      .where(sql`active`),
  ],
);

/** For every term the products that hold it, packed (domain/postings.ts). */
export const postings = schema.table(
  'postings',
  { tenantId: tenantId(), term: bytewise('term').notNull(), packed: bytes('packed').notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.term] })],
);

/** The dictionary: words as products write them. What suggestions and corrections are made from. */
export const words = schema.table(
  'words',
  {
    tenantId: tenantId(),
    /** As it is typed: lower case, no accents, or the pinyin of a Chinese word. */
    word: bytewise('word').notNull(),
    /** As it is shown. */
    text: bytewise('text').notNull(),
    term: bytewise('term').notNull(),
    /** Products that use it. */
    uses: integer('uses').notNull(),
    /** Products that use it outside their description. */
    prominentUses: integer('prominent_uses').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.word, table.text] })],
);

/** Words by the threes of letters in them: finds what resembles a word by equality alone, which an index may serve here. */
export const trigrams = schema.table(
  'trigrams',
  { tenantId: tenantId(), trigram: bytewise('trigram').notNull(), word: bytewise('word').notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.trigram, table.word] })],
);

/** Units sold, kept apart from products: a sale may be heard of before the product itself. */
export const sales = schema.table(
  'sales',
  {
    tenantId: tenantId(),
    productId: text('product_id').notNull(),
    units: bigint('units', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.productId] })],
);

/** How many orders held both products; each pair stands here both ways. */
export const companions = schema.table(
  'companions',
  {
    tenantId: tenantId(),
    productId: text('product_id').notNull(),
    companionId: text('companion_id').notNull(),
    orders: integer('orders').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.productId, table.companionId] }),
    index('companions_most').on(table.tenantId, table.productId, table.orders.desc().nullsFirst(), table.companionId),
  ],
);
