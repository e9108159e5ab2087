import { notInArray, sql, type SQL } from 'drizzle-orm';
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

/** Whether anything stands in an outbox but what is on its way already. */
export async function hasLeftovers(db: Db, { outbox }: PlatformTables, underway: number[]): Promise<boolean> {
  const rows = await db
    .select({ position: outbox.position })
    .from(outbox)
    .where(notInArray(outbox.position, underway))
    .limit(1);
  return rows.length > 0;
}

type OutboxRow = {
  position: string;
  event_id: string;
  tenant_id: string;
  type: string;
  payload: unknown;
  occurred_at: string;
};

/** Takes the oldest out of an outbox; they are gone for good when the transaction commits. */
export async function takeLeftovers(db: Db, { outbox }: PlatformTables, limit: number): Promise<EventMessage[]> {
  // The batch is joined as a materialised CTE: `where position in (select … skip locked)` is planned as a scan of the
  // whole table for every row that was locked.
  const { rows } = await db.execute<OutboxRow>(sql`
    with batch as materialized (
      select position from ${outbox} order by position limit ${limit} for update skip locked)
    delete from ${outbox} o using batch where o.position = batch.position
    returning o.position, o.event_id, o.tenant_id, o.type, o.payload, o.occurred_at`);
  return rows
    .toSorted((a, b) => Number(a.position) - Number(b.position))
    .map((row) => ({
      id: row.event_id,
      tenant: row.tenant_id,
      type: row.type,
      payload: row.payload,
      occurredAt: new Date(row.occurred_at),
    }));
}

export const forget = (db: Db, { outbox }: PlatformTables, positions: number[]) =>
  db.execute(sql`delete from ${outbox} where position = any(${sql.param(positions)}::bigint[])`);
