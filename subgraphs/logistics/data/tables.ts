import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { instant, minorUnits, platformTables, tenantId } from '../../../platform/data/tables';

export const schema = pgSchema('logistics');
export const tables = platformTables(schema);
export const { outbox, inbox, idempotencyKeys, transitions, auditLog, auditHeads } = tables;

export const carriers = schema.table(
  'carriers',
  { tenantId: tenantId(), id: text('id').notNull(), code: text('code').notNull(), name: text('name').notNull() },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique('carriers_code').on(table.tenantId, table.code),
  ],
);

export const services = schema.table(
  'services',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    carrierId: text('carrier_id').notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    minDays: integer('min_days').notNull(),
    maxDays: integer('max_days').notNull(),
    /** Whether it is offered for new orders. */
    active: boolean('active').notNull().default(true),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique('services_code').on(table.tenantId, table.carrierId, table.code),
    foreignKey({
      name: 'services_carrier',
      columns: [table.tenantId, table.carrierId],
      foreignColumns: [carriers.tenantId, carriers.id],
    }),
    check('services_days', sql`0 <= ${table.minDays} and ${table.minDays} <= ${table.maxDays}`),
  ],
);

export const couriers = schema.table(
  'couriers',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    carrierId: text('carrier_id').notNull(),
    name: text('name').notNull(),
    phone: text('phone').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'couriers_carrier',
      columns: [table.tenantId, table.carrierId],
      foreignColumns: [carriers.tenantId, carriers.id],
    }),
    index('couriers_by_carrier').on(table.tenantId, table.carrierId),
  ],
);

export const zones = schema.table(
  'zones',
  { tenantId: tenantId(), code: text('code').notNull(), name: text('name').notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.code] })],
);

/** Which zone a place belongs to. Country `*` is every other country, prefix `''` the rest of a country. */
export const zoneAreas = schema.table(
  'zone_areas',
  {
    tenantId: tenantId(),
    countryCode: text('country_code').notNull(),
    postalPrefix: text('postal_prefix').notNull(),
    zoneCode: text('zone_code').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.countryCode, table.postalPrefix] }),
    foreignKey({
      name: 'zone_areas_zone',
      columns: [table.tenantId, table.zoneCode],
      foreignColumns: [zones.tenantId, zones.code],
    }),
    index('zone_areas_by_zone').on(table.tenantId, table.zoneCode),
  ],
);

export const rates = schema.table(
  'rates',
  {
    tenantId: tenantId(),
    zoneCode: text('zone_code').notNull(),
    currency: text('currency').notNull(),
    serviceId: text('service_id').notNull(),
    baseMinor: minorUnits('base_minor').notNull(),
    perKgMinor: minorUnits('per_kg_minor').notNull(),
    maxWeightGrams: integer('max_weight_grams').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.zoneCode, table.currency, table.serviceId] }),
    foreignKey({
      name: 'rates_zone',
      columns: [table.tenantId, table.zoneCode],
      foreignColumns: [zones.tenantId, zones.code],
    }),
    foreignKey({
      name: 'rates_service',
      columns: [table.tenantId, table.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }),
    check(
      'rates_not_negative',
      sql`${table.baseMinor} >= 0 and ${table.perKgMinor} >= 0 and ${table.maxWeightGrams} > 0`,
    ),
  ],
);

export const shipments = schema.table(
  'shipments',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    orderId: text('order_id').notNull(),
    buyerId: text('buyer_id').notNull(),
    status: text('status').notNull(),
    carrierId: text('carrier_id').notNull(),
    serviceId: text('service_id').notNull(),
    courierId: text('courier_id'),
    /** Given when the carrier takes the parcel; whoever knows it may follow the parcel. */
    trackingNumber: text('tracking_number'),
    weightGrams: integer('weight_grams').notNull(),
    recipient: text('recipient').notNull(),
    phone: text('phone'),
    line1: text('line1').notNull(),
    line2: text('line2'),
    city: text('city').notNull(),
    region: text('region'),
    postalCode: text('postal_code').notNull(),
    countryCode: text('country_code').notNull(),
    createdAt: instant('created_at').notNull(),
    dispatchedAt: instant('dispatched_at'),
    deliveredAt: instant('delivered_at'),
    estimatedDeliveryAt: instant('estimated_delivery_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique('shipments_order').on(table.tenantId, table.orderId),
    unique('shipments_tracking_number').on(table.tenantId, table.trackingNumber),
    foreignKey({
      name: 'shipments_service',
      columns: [table.tenantId, table.serviceId],
      foreignColumns: [services.tenantId, services.id],
    }),
    foreignKey({
      name: 'shipments_carrier',
      columns: [table.tenantId, table.carrierId],
      foreignColumns: [carriers.tenantId, carriers.id],
    }),
    foreignKey({
      name: 'shipments_courier',
      columns: [table.tenantId, table.courierId],
      foreignColumns: [couriers.tenantId, couriers.id],
    }),
    index('shipments_by_status').on(table.tenantId, table.status, table.id),
    index('shipments_by_carrier').on(table.tenantId, table.carrierId, table.id),
  ],
);

/** What the carrier told about a parcel; the same scan is kept once. */
export const scans = schema.table(
  'scans',
  {
    tenantId: tenantId(),
    position: bigint('position', { mode: 'number' }).generatedAlwaysAsIdentity(),
    shipmentId: text('shipment_id').notNull(),
    status: text('status').notNull(),
    occurredAt: instant('occurred_at').notNull(),
    description: text('description').notNull(),
    location: text('location'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.shipmentId, table.status, table.occurredAt] }),
    foreignKey({
      name: 'scans_shipment',
      columns: [table.tenantId, table.shipmentId],
      foreignColumns: [shipments.tenantId, shipments.id],
    }),
  ],
);

export const pickupPoints = schema.table(
  'pickup_points',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    latitude: doublePrecision('latitude').notNull(),
    longitude: doublePrecision('longitude').notNull(),
    line1: text('line1').notNull(),
    city: text('city').notNull(),
    region: text('region'),
    postalCode: text('postal_code').notNull(),
    countryCode: text('country_code').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('pickup_points_place').on(table.tenantId, table.latitude, table.longitude),
    check('pickup_points_on_earth', sql`abs(${table.latitude}) <= 90 and abs(${table.longitude}) <= 180`),
  ],
);
