import { asc, sql, type SQL } from 'drizzle-orm';
import { ALL_TENANTS, type Db, type RoomDatabase } from '../data/database';
import type { PlatformTables } from '../data/tables';
import type { EventMessage } from './event';

/** What a change tells of itself: first lines of histories, and events. */
export type Word = {
  readonly begun: readonly PlatformTables['transitions']['$inferInsert'][];
  readonly events: readonly EventMessage[];
};

const json = (rows: readonly unknown[]) => sql`json_to_recordset(${JSON.stringify(rows)}::json)`;
const onlyIfAny = (relation: string | undefined) =>
  relation === undefined ? sql`` : sql` where exists (select from ${sql.identifier(relation)})`;

const writeHistories = ({ transitions }: PlatformTables, { begun }: Word, onlyWith?: string): SQL => sql`
  insert into ${transitions} (entity_id, from_state, to_state, reason, actor, occurred_at)
  select "entityId", "from", "to", reason, actor, "occurredAt" from ${json(begun)}
      as line ("entityId" text, "from" text, "to" text, reason text, actor text, "occurredAt" timestamptz)
  ${onlyIfAny(onlyWith)}`;

const writeEvents = ({ outbox }: PlatformTables, { events }: Word, onlyWith?: string): SQL => sql`
  insert into ${outbox} (event_id, type, payload, occurred_at)
  select id, type, payload, "occurredAt" from ${json(events)}
      as event (id text, type text, payload jsonb, "occurredAt" timestamptz)
  ${onlyIfAny(onlyWith)}`;

/** Writes them beside the change that they tell of; the tenant is that of the transaction. */
export async function writeOutbox(db: Db, tables: PlatformTables, word: Word): Promise<void> {
  const { begun, events } = word;
  if (events.length === 0) return begun.length > 0 ? void (await db.execute(writeHistories(tables, word))) : undefined;
  const histories = begun.length > 0 ? sql`with histories as (${writeHistories(tables, word)})` : sql``;
  await db.execute(sql`${histories} ${writeEvents(tables, word)}`);
}

/**
 * The same for the statement that makes the change: further items of its WITH, each behind a comma.
 * @param onlyWith a relation of that statement: nothing is written unless it holds a row
 */
export function outboxBeside(tables: PlatformTables, word: Word, onlyWith: string): SQL {
  const histories = sql`, histories as (${writeHistories(tables, word, onlyWith)})`;
  const events = sql`, events as (${writeEvents(tables, word, onlyWith)})`;
  return sql`${word.begun.length > 0 ? histories : sql``}${word.events.length > 0 ? events : sql``}`;
}

/** What stands in a room's outbox, for the relay. */
export type Outbox = {
  /** The oldest that are not on their way already. */
  leftovers(underway: readonly string[], limit: number): Promise<EventMessage[]>;
  /** @param tenant whose they are; `ALL_TENANTS` where they are of several */
  forget(tenant: string, ids: readonly string[]): Promise<void>;
};

/**
 * A room's outbox in Postgres. It is read without a lock: that events are published twice, should another process find them as
 * well, has no effect, and nobody waits for who handles them.
 */
export function outboxRows(database: RoomDatabase, { outbox }: PlatformTables): Outbox {
  return {
    async leftovers(underway, limit) {
      const rows = await database
        .forEvents(ALL_TENANTS)
        .select()
        .from(outbox)
        .where(sql`${outbox.eventId} <> all(${sql.param(underway)}::text[])`)
        .orderBy(asc(outbox.eventId))
        .limit(limit);
      return rows.map(({ eventId, tenantId, ...event }) => ({ ...event, id: eventId, tenant: tenantId }));
    },
    async forget(tenant, ids) {
      await database
        .forEvents(tenant)
        .execute(sql`delete from ${outbox} where event_id = any(${sql.param(ids)}::text[])`);
    },
  };
}
