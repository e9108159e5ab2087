import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgSchema, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { JWK } from 'jose';
import { instant, platformTables, tenantId } from '../../../platform/data/tables';
import type { Role } from '../../../platform/identity/identity';

export const schema = pgSchema('users');
export const tables = platformTables(schema);
export const { outbox, inbox, idempotencyKeys, transitions, auditLog, auditHeads } = tables;

export const users = schema.table(
  'users',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    email: text('email').notNull(),
    displayName: text('display_name').notNull(),
    passwordHash: text('password_hash').notNull(),
    roles: text('roles').array().$type<Role[]>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique('users_email').on(table.tenantId, table.email),
    index('users_newest').on(table.tenantId, table.createdAt, table.id),
    check('users_email_lower_case', sql`${table.email} = lower(${table.email})`),
  ],
);

export const addresses = schema.table(
  'addresses',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    userId: text('user_id').notNull(),
    recipient: text('recipient').notNull(),
    phone: text('phone'),
    line1: text('line1').notNull(),
    line2: text('line2'),
    city: text('city').notNull(),
    region: text('region'),
    postalCode: text('postal_code').notNull(),
    countryCode: text('country_code').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('addresses_user').on(table.tenantId, table.userId, table.id),
  ],
);

/** A device that is signed in. Its refresh tokens are one family: the replay of any ends all. */
export const sessions = schema.table(
  'sessions',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    userId: text('user_id').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('sessions_user').on(table.tenantId, table.userId),
  ],
);

/** Only hashes: who reads this table can sign in as nobody. */
export const refreshTokens = schema.table(
  'refresh_tokens',
  {
    tenantId: tenantId(),
    hash: text('hash').notNull(),
    sessionId: text('session_id').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.hash] }),
    index('refresh_tokens_session').on(table.tenantId, table.sessionId),
  ],
);

export const signingKeys = schema.table(
  'signing_keys',
  {
    tenantId: tenantId(),
    kid: text('kid').notNull(),
    privateJwk: jsonb('private_jwk').$type<JWK>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.kid] })],
);
