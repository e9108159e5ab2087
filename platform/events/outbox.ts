import { asc, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../data/database';
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

/**
 * The oldest that stand in an outbox and are not on their way already. They are read without a lock: that they are published
 * twice, should another process find them as well, has no effect, and nobody waits for who handles them.
 */
export async function leftovers(
  db: Db,
  { outbox }: PlatformTables,
  underway: readonly string[],
  limit: number,
): Promise<EventMessage[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(sql`${outbox.eventId} <> all(${sql.param(underway)}::text[])`)
    .orderBy(asc(outbox.eventId))
    .limit(limit);
  return rows.map(({ eventId, tenantId, ...event }) => ({ ...event, id: eventId, tenant: tenantId }));
}

export const forget = (db: Db, { outbox }: PlatformTables, ids: readonly string[]) =>
  db.execute(sql`delete from ${outbox} where event_id = any(${sql.param(ids)}::text[])`);
