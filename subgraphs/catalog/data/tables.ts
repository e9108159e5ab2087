import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, tenantId } from '../../../platform/data/tables';
import { products, schema, variants } from './productTables';

export * from './productTables';

/** What there is of a variant. The constraints are the last guard: no statement can sell what is not there. */
export const stockLevels = schema.table(
  'stock_levels',
  {
    tenantId: tenantId(),
    variantId: text('variant_id').notNull(),
    productId: text('product_id').notNull(),
    onHand: integer('on_hand').notNull().default(0),
    /** Of what is on hand, promised to orders that are not paid yet. */
    reserved: integer('reserved').notNull().default(0),
    received: integer('received').notNull().default(0),
    sold: integer('sold').notNull().default(0),
    returned: integer('returned').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.variantId] }),
    index('stock_levels_of_product').on(table.tenantId, table.productId),
    foreignKey({
      name: 'stock_levels_variant',
      columns: [table.tenantId, table.variantId],
      foreignColumns: [variants.tenantId, variants.id],
    }),
    check('stock_balances', sql`${table.onHand} = ${table.received} - ${table.sold} + ${table.returned}`),
    check('stock_not_oversold', sql`${table.reserved} between 0 and ${table.onHand}`),
    check('stock_not_negative', sql`least(${table.received}, ${table.sold}, ${table.returned}) >= 0`),
    check('stock_returned', sql`${table.returned} <= ${table.sold}`),
  ],
);

/** Every correction of stock by staff: who, why, how many. */
export const stockMovements = schema.table(
  'stock_movements',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    variantId: text('variant_id').notNull(),
    delta: integer('delta').notNull(),
    onHand: integer('on_hand').notNull(),
    reason: text('reason').notNull(),
    actor: text('actor').notNull(),
    occurredAt: instant('occurred_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('stock_movements_of_variant').on(table.tenantId, table.variantId, table.occurredAt, table.id),
    foreignKey({
      name: 'stock_movements_variant',
      columns: [table.tenantId, table.variantId],
      foreignColumns: [variants.tenantId, variants.id],
    }),
  ],
);

/** What an order holds or has taken; `id` is the order's. */
export const reservations = schema.table(
  'reservations',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    status: text('status').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('reservations_due')
      .on(table.tenantId, table.expiresAt)
      .where(sql`status = 'HELD'`),
  ],
);

export const reservationLines = schema.table(
  'reservation_lines',
  {
    tenantId: tenantId(),
    orderId: text('order_id').notNull(),
    variantId: text('variant_id').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.orderId, table.variantId] }),
    foreignKey({
      name: 'reservation_lines_reservation',
      columns: [table.tenantId, table.orderId],
      foreignColumns: [reservations.tenantId, reservations.id],
    }),
    check('reservation_lines_quantity', sql`${table.quantity} > 0`),
  ],
);

/** Which buyer has received which product, and so may review it. */
export const receipts = schema.table(
  'receipts',
  {
    tenantId: tenantId(),
    buyerId: text('buyer_id').notNull(),
    productId: text('product_id').notNull(),
    orderId: text('order_id').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.buyerId, table.productId] })],
);

export const reviews = schema.table(
  'reviews',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    productId: text('product_id').notNull(),
    buyerId: text('buyer_id').notNull(),
    stars: integer('stars').notNull(),
    text: text('text'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('reviews_one_a_buyer').on(table.tenantId, table.productId, table.buyerId),
    index('reviews_of_product').on(table.tenantId, table.productId, table.createdAt, table.id),
    foreignKey({
      name: 'reviews_product',
      columns: [table.tenantId, table.productId],
      foreignColumns: [products.tenantId, products.id],
    }),
    check('reviews_stars', sql`${table.stars} between 1 and 5`),
  ],
);
