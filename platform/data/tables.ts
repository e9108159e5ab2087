import { sql } from 'drizzle-orm';
import {
  bigint,
  customType,
  index,
  integer,
  json,
  jsonb,
  primaryKey,
  text,
  timestamp,
  type PgSchema,
} from 'drizzle-orm/pg-core';

/** Filled from the connection: code never names the tenant, and row-level security checks it. */
export const tenantId = () =>
  text('tenant_id')
    .notNull()
    .default(sql`current_setting('agora.tenant')`);
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
/** Compared byte by byte, so that texts with one beginning stand in one range of an index. */
export const bytewise = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
/** Minor units of a currency. */
export const minorUnits = (name: string) => bigint(name, { mode: 'number' });

/** Events to be published, written in the transaction that made them true. Drained by the relay. */
const outbox = (schema: PgSchema) =>
  schema.table(
    'outbox',
    {
      eventId: text('event_id').notNull(),
      tenantId: tenantId(),
      type: text('type').notNull(),
      payload: jsonb('payload').notNull(),
      occurredAt: instant('occurred_at').notNull(),
    },
    // The relay, which is of no tenant, looks for the oldest, and ids are ordered by time.
    (table) => [primaryKey({ columns: [table.eventId, table.tenantId] })],
  );

/** Events received. The handler's effect and `processed_at` are one transaction, so the effect happens once. */
const inbox = (schema: PgSchema) =>
  schema.table(
    'inbox',
    {
      eventId: text('event_id').notNull(),
      tenantId: tenantId(),
      type: text('type').notNull(),
      payload: jsonb('payload').notNull(),
      occurredAt: instant('occurred_at').notNull(),
      attempts: integer('attempts').notNull().default(0),
      nextAttemptAt: instant('next_attempt_at').notNull().defaultNow(),
      processedAt: instant('processed_at'),
      failure: text('failure'),
    },
    (table) => [
      primaryKey({ columns: [table.tenantId, table.eventId] }),
      index('inbox_due')
        .on(table.nextAttemptAt)
        .where(sql`processed_at is null`),
    ],
  );

/** Answers kept for idempotency keys. `response` is null only while the first request runs. */
const idempotencyKeys = (schema: PgSchema) =>
  schema.table(
    'idempotency_keys',
    {
      tenantId: tenantId(),
      caller: text('caller').notNull(),
      operation: text('operation').notNull(),
      key: text('key').notNull(),
      inputHash: text('input_hash').notNull(),
      response: jsonb('response'),
      expiresAt: instant('expires_at').notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.tenantId, table.caller, table.operation, table.key] }),
      index('idempotency_keys_expiry').on(table.expiresAt),
    ],
  );

/** Every state change of every entity of the room: what an order's history and a payment's log read. */
const transitions = (schema: PgSchema) =>
  schema.table(
    'transitions',
    {
      position: bigint('position', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
      tenantId: tenantId(),
      entityId: text('entity_id').notNull(),
      from: text('from_state'),
      to: text('to_state').notNull(),
      reason: text('reason'),
      actor: text('actor').notNull(),
      occurredAt: instant('occurred_at').notNull(),
    },
    (table) => [index('transitions_entity').on(table.tenantId, table.entityId, table.position)],
  );

/** What has to be accounted for, each entry with the hash of the one before. The room's role may add to it, and nothing else. */
const auditLog = (schema: PgSchema) =>
  schema.table(
    'audit_log',
    {
      tenantId: tenantId(),
      position: bigint('position', { mode: 'number' }).notNull(),
      previousHash: text('previous_hash').notNull(),
      hash: text('hash').notNull(),
      /** Kept as the text that the hash was made of. */
      entry: json('entry').notNull(),
    },
    (table) => [primaryKey({ columns: [table.tenantId, table.position] })],
  );

/** Where each tenant's chain ends: who appends to it holds this row, and an end that was cut off is missed. */
const auditHeads = (schema: PgSchema) =>
  schema.table('audit_heads', {
    tenantId: tenantId().primaryKey(),
    position: bigint('position', { mode: 'number' }).notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  });

/** The tables that every room has in its own schema: spread them into the exports of `data/tables.ts`. */
export const platformTables = (schema: PgSchema) => ({
  outbox: outbox(schema),
  inbox: inbox(schema),
  idempotencyKeys: idempotencyKeys(schema),
  transitions: transitions(schema),
  auditLog: auditLog(schema),
  auditHeads: auditHeads(schema),
});
export type PlatformTables = ReturnType<typeof platformTables>;
