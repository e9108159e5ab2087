import { asc, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../data/database';
import type { PlatformTables } from '../data/tables';
import type { EventMessage } from './event';

/** An event of a transaction that has committed, and where it stands in the outbox. */
export type Outgoing = { readonly position: number; readonly event: EventMessage };

type Beginning = PlatformTables['transitions']['$inferInsert'];

const json = (rows: readonly unknown[]) => sql`json_to_recordset(${JSON.stringify(rows)}::json)`;

const writeHistories = ({ transitions }: PlatformTables, begun: readonly Beginning[]): SQL => sql`
  insert into ${transitions} (entity_id, from_state, to_state, reason, actor, occurred_at)
  select "entityId", "from", "to", reason, actor, "occurredAt" from ${json(begun)}
      as line ("entityId" text, "from" text, "to" text, reason text, actor text, "occurredAt" timestamptz)`;

const writeEvents = ({ outbox }: PlatformTables, events: readonly EventMessage[]): SQL => sql`
  insert into ${outbox} (event_id, type, payload, occurred_at)
  select id, type, payload, "occurredAt" from ${json(events)}
      as event (id text, type text, payload jsonb, "occurredAt" timestamptz)
  returning position, event_id`;

/**
 * Writes events beside the change that they tell of; the tenant is that of the transaction. `begun`, the first lines of
 * histories, are written by the same statement.
 */
export async function writeOutbox(
  db: Db,
  tables: PlatformTables,
  events: readonly EventMessage[],
  begun: readonly Beginning[] = [],
): Promise<Outgoing[]> {
  if (events.length === 0) {
    if (begun.length > 0) await db.execute(writeHistories(tables, begun));
    return [];
  }
  const histories = begun.length > 0 ? sql`with histories as (${writeHistories(tables, begun)})` : sql``;
  const { rows } = await db.execute<{ position: string; event_id: string }>(
    sql`${histories} ${writeEvents(tables, events)}`,
  );
  const positions = new Map(rows.map(({ event_id, position }) => [event_id, Number(position)]));
  return events.map((event) => ({ position: positions.get(event.id) as number, event }));
}

/**
 * The oldest that stand in an outbox and are not on their way already. They are read without a lock: that they are published
 * twice, should another process find them as well, has no effect, and nobody waits for who handles them.
 */
export async function leftovers(
  db: Db,
  { outbox }: PlatformTables,
  underway: readonly number[],
  limit: number,
): Promise<Outgoing[]> {
  const rows = await db
    .select()
    .from(outbox)
    .where(sql`${outbox.position} <> all(${sql.param(underway)}::bigint[])`)
    .orderBy(asc(outbox.position))
    .limit(limit);
  return rows.map(({ position, eventId, tenantId, ...event }) => ({
    position,
    event: { ...event, id: eventId, tenant: tenantId },
  }));
}

export const forget = (db: Db, { outbox }: PlatformTables, positions: number[]) =>
  db.execute(sql`delete from ${outbox} where position = any(${sql.param(positions)}::bigint[])`);
