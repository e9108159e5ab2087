import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, minorUnits, platformTables, tenantId } from '../../../platform/data/tables';
import type { Account, EntryKind } from '../domain/ledger';
import type { PaymentStatus } from '../domain/payment.machine';
import type { RefundStatus } from '../domain/refund.machine';
import { schema } from './schema';

export { schema };
export const tables = platformTables(schema);
export const { outbox, inbox, idempotencyKeys, transitions, auditLog, auditHeads } = tables;
// drizzle-kit looks for tables here alone.
export * from '../simulated/tables';

export type PaymentMethod = 'SIMULATED';

/**
 * An order's payment. `captured` is all that the provider has charged for it, `refundReserved` what refunds have laid
 * hold of (asked for, not refused), `refunded` what was paid back of that.
 */
export const payments = schema.table(
  'payments',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    orderId: text('order_id').notNull(),
    buyerId: text('buyer_id').notNull(),
    status: text('status').$type<PaymentStatus>().notNull(),
    method: text('method').$type<PaymentMethod>().notNull(),
    currency: text('currency').notNull(),
    amount: minorUnits('amount').notNull(),
    captured: minorUnits('captured').notNull().default(0),
    refundReserved: minorUnits('refund_reserved').notNull().default(0),
    refunded: minorUnits('refunded').notNull().default(0),
    /** The provider's id of the charge that paid it. */
    chargeId: text('charge_id'),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('payments_one_an_order').on(table.tenantId, table.orderId),
    // Invariant 4 by itself: it holds on the day when an order may have a second attempt as a second row, too.
    uniqueIndex('payments_one_success_an_order')
      .on(table.tenantId, table.orderId)
      .where(sql`status in ('SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED')`),
    index('payments_newest').on(table.tenantId, table.createdAt, table.id),
    index('payments_open')
      .on(table.tenantId, table.expiresAt)
      .where(sql`status in ('PENDING', 'FAILED')`),
    check('payments_amount', sql`${table.amount} >= 0`),
    // Invariant 3.
    check('payments_refund_reserved', sql`${table.refundReserved} between 0 and ${table.captured}`),
    check('payments_refunded', sql`${table.refunded} between 0 and ${table.refundReserved}`),
  ],
);
export const refunds = schema.table(
  'refunds',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    paymentId: text('payment_id').notNull(),
    status: text('status').$type<RefundStatus>().notNull(),
    /** Nobody asked for it: it gives back a charge that came too late or twice. */
    automatic: boolean('automatic').notNull(),
    chargeId: text('charge_id').notNull(),
    currency: text('currency').notNull(),
    amount: minorUnits('amount').notNull(),
    reason: text('reason').notNull(),
    requestedAt: instant('requested_at').notNull(),
    approvedAt: instant('approved_at'),
    settledAt: instant('settled_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'refunds_payment',
      columns: [table.tenantId, table.paymentId],
      foreignColumns: [payments.tenantId, payments.id],
    }),
    index('refunds_of_payment').on(table.tenantId, table.paymentId),
    index('refunds_oldest').on(table.tenantId, table.status, table.requestedAt, table.id),
    index('refunds_approved')
      .on(table.tenantId, table.approvedAt)
      .where(sql`status = 'APPROVED'`),
    check('refunds_amount', sql`${table.amount} > 0`),
  ],
);
/** Events of providers that were heard: each has its effect once. */
export const providerEvents = schema.table(
  'provider_events',
  {
    tenantId: tenantId(),
    provider: text('provider').$type<PaymentMethod>().notNull(),
    eventId: text('event_id').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.provider, table.eventId] })],
);

/** The journal. What happened once is booked once; a trigger keeps it from being changed afterwards. */
export const journalEntries = schema.table(
  'journal_entries',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    kind: text('kind').$type<EntryKind>().notNull(),
    /** The provider's charge, or the refund. */
    reference: text('reference').notNull(),
    bookedAt: instant('booked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    uniqueIndex('journal_entries_once').on(table.tenantId, table.kind, table.reference),
  ],
);

/** Debits are positive, credits negative. A deferred trigger refuses a commit in which an entry does not add up to 0. */
export const postings = schema.table(
  'postings',
  {
    tenantId: tenantId(),
    entryId: text('entry_id').notNull(),
    account: text('account').$type<Account>().notNull(),
    currency: text('currency').notNull(),
    amount: minorUnits('amount').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.entryId, table.account, table.currency] }),
    foreignKey({
      name: 'postings_entry',
      columns: [table.tenantId, table.entryId],
      foreignColumns: [journalEntries.tenantId, journalEntries.id],
    }),
    check('postings_account', sql`${table.account} in ('cash', 'sales', 'refunds', 'unapplied')`),
    check('postings_amount', sql`${table.amount} <> 0`),
  ],
);
