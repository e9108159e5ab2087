import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, minorUnits, tenantId } from '../../../platform/data/tables';
import { schema } from '../data/schema';
import type { ProviderEvent } from '../provider';

/** How the simulated bank has answered an attempt. */
export type ChargeOutcome = 'SUCCEEDED' | 'DECLINED' | 'TIMED_OUT';

/** The simulated provider's own books: every attempt, charged or not. Nothing else of the room reads them. */
export const simulatedCharges = schema.table(
  'simulated_charges',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    paymentId: text('payment_id').notNull(),
    outcome: text('outcome').$type<ChargeOutcome>().notNull(),
    currency: text('currency').notNull(),
    amount: minorUnits('amount').notNull(),
    refunded: minorUnits('refunded').notNull().default(0),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('simulated_charges_key').on(table.tenantId, table.idempotencyKey),
    // The bank charges for one payment once, however many attempts run at the same time.
    uniqueIndex('simulated_charges_one_success')
      .on(table.tenantId, table.paymentId)
      .where(sql`outcome = 'SUCCEEDED'`),
    check('simulated_charges_refunded', sql`${table.refunded} between 0 and ${table.amount}`),
  ],
);

/** What the provider has paid back, once a key. */
export const simulatedRefunds = schema.table(
  'simulated_refunds',
  {
    tenantId: tenantId(),
    idempotencyKey: text('idempotency_key').notNull(),
    chargeId: text('charge_id').notNull(),
    amount: minorUnits('amount').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.idempotencyKey] })],
);

/** What the provider has to tell: kept until its webhook was answered with success. */
export const simulatedEvents = schema.table(
  'simulated_events',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    chargeId: text('charge_id').notNull(),
    body: jsonb('body').$type<ProviderEvent>().notNull(),
    createdAt: instant('created_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    deliveredAt: instant('delivered_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('simulated_events_charge').on(table.tenantId, table.chargeId),
    index('simulated_events_due')
      .on(table.tenantId, table.nextAttemptAt)
      .where(sql`delivered_at is null`),
  ],
);
