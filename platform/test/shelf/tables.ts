import { check, integer, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { platformTables, tenantId } from '../../data/tables';

export const schema = pgSchema('users');
export const tables = platformTables(schema);
export const { outbox, inbox, idempotencyKeys, transitions, auditLog, auditHeads } = tables;

export const books = schema.table(
  'books',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    title: text('title').notNull(),
    status: text('status').notNull(),
    copies: integer('copies').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    check('copies_not_negative', sql`${table.copies} >= 0`),
  ],
);
