import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, jsonb, pgSchema, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { instant, minorUnits, platformTables, tenantId } from '../../../platform/data/tables';
import type { PostalAddress } from '../../../platform/kernel/address';
import type { CartLine } from '../domain/cart';
import type { Priced } from '../domain/placement';
import type { OrderStatus } from '../domain/order.machine';

export const schema = pgSchema('orders');
export const tables = platformTables(schema);
export const { outbox, inbox, idempotencyKeys, transitions, auditLog, auditHeads } = tables;

/**
 * A cart is one document: it is always read and written whole, so its lines (at most 100) are kept in its row, and
 * `version` guards them. `orderId` is set while the cart is being ordered, and for good once it has been; `priced` is what
 * it came to then.
 */
export const carts = schema.table(
  'carts',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    buyerId: text('buyer_id'),
    currencyCode: text('currency_code').notNull(),
    couponCode: text('coupon_code'),
    lines: jsonb('lines').$type<CartLine[]>().notNull(),
    version: integer('version').notNull().default(1),
    orderId: text('order_id'),
    priced: jsonb('priced').$type<Priced>(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('carts_abandoned')
      .on(table.tenantId, table.updatedAt)
      .where(sql`order_id is null`),
  ],
);

export type OrderDiscount = { label: string; minor: number };

/** An order as it was agreed: names, prices and the address are copies that no later change of theirs reaches. */
export const orders = schema.table(
  'orders',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    number: text('number').notNull(),
    cartId: text('cart_id').notNull(),
    buyerId: text('buyer_id').notNull(),
    status: text('status').$type<OrderStatus>().notNull(),
    currencyCode: text('currency_code').notNull(),
    subtotalMinor: minorUnits('subtotal_minor').notNull(),
    discountMinor: minorUnits('discount_minor').notNull(),
    taxMinor: minorUnits('tax_minor').notNull(),
    shippingMinor: minorUnits('shipping_minor').notNull(),
    totalMinor: minorUnits('total_minor').notNull(),
    taxBasisPoints: integer('tax_basis_points').notNull(),
    discounts: jsonb('discounts').$type<OrderDiscount[]>().notNull(),
    couponCode: text('coupon_code'),
    shippingAddress: jsonb('shipping_address').$type<PostalAddress>().notNull(),
    shippingServiceId: text('shipping_service_id').notNull(),
    weightGrams: integer('weight_grams').notNull(),
    note: text('note'),
    placedAt: instant('placed_at').notNull(),
    payBy: instant('pay_by').notNull(),
    deliveredAt: instant('delivered_at'),
    /** Sequence of the last row in `order_updates`; counted up under this row's lock. */
    lastUpdate: integer('last_update').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique('orders_number').on(table.tenantId, table.number),
    unique('orders_cart').on(table.tenantId, table.cartId),
    index('orders_newest').on(table.tenantId, table.placedAt, table.id),
    index('orders_of_buyer').on(table.tenantId, table.buyerId, table.placedAt, table.id),
    index('orders_in_status').on(table.tenantId, table.status, table.placedAt, table.id),
    index('orders_unpaid')
      .on(table.tenantId, table.payBy)
      .where(sql`status = 'PENDING_PAYMENT'`),
    index('orders_unconfirmed')
      .on(table.tenantId, table.deliveredAt)
      .where(sql`status = 'DELIVERED'`),
    check('orders_total', sql`total_minor = subtotal_minor - discount_minor + tax_minor + shipping_minor`),
    check(
      'orders_amounts',
      sql`discount_minor between 0 and subtotal_minor and tax_minor >= 0 and shipping_minor >= 0`,
    ),
  ],
);

export const orderLines = schema.table(
  'order_lines',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    orderId: text('order_id').notNull(),
    position: integer('position').notNull(),
    variantId: text('variant_id').notNull(),
    productId: text('product_id').notNull(),
    sku: text('sku').notNull(),
    productName: text('product_name').notNull(),
    variantName: text('variant_name').notNull(),
    quantity: integer('quantity').notNull(),
    unitPriceMinor: minorUnits('unit_price_minor').notNull(),
    /** This line's part of the order's discount. */
    discountMinor: minorUnits('discount_minor').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique('order_lines_of_order').on(table.tenantId, table.orderId, table.position),
    foreignKey({ columns: [table.tenantId, table.orderId], foreignColumns: [orders.tenantId, orders.id] }),
    check('order_lines_quantity', sql`quantity between 1 and 999`),
  ],
);

/** What subscribers of an order are told, in order: a reader that knows its last sequence has missed nothing. */
export const orderUpdates = schema.table(
  'order_updates',
  {
    tenantId: tenantId(),
    orderId: text('order_id').notNull(),
    sequence: integer('sequence').notNull(),
    kind: text('kind', { enum: ['ORDER', 'PAYMENT', 'SHIPMENT'] }).notNull(),
    occurredAt: instant('occurred_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.orderId, table.sequence] }),
    foreignKey({ columns: [table.tenantId, table.orderId], foreignColumns: [orders.tenantId, orders.id] }),
  ],
);

/** The last order number given out by a shop. */
export const orderNumbers = schema.table(
  'order_numbers',
  { tenantId: tenantId(), last: integer('last').notNull() },
  (table) => [primaryKey({ columns: [table.tenantId] })],
);

/** Sales tax on goods by destination; the empty region stands for the rest of the country. */
export const taxRates = schema.table(
  'tax_rates',
  {
    tenantId: tenantId(),
    countryCode: text('country_code').notNull(),
    region: text('region').notNull().default(''),
    basisPoints: integer('basis_points').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.countryCode, table.region] }),
    check('tax_rates_share', sql`basis_points between 0 and 10000`),
  ],
);
