import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { ALL_TENANTS, type Db, type RoomDatabase } from '../data/database';
import { ride, type Rider } from '../data/riding';
import type { PlatformTables } from '../data/tables';
import { isUniqueViolation } from '../data/violations';
import type { EventMessage } from './event';
import { HandlerFailure, type Handled, type Inbox } from './inbox';

/**
 * Handles one event inside `db`'s transaction; what it throws takes back all it has done. Answers what is left to be done
 * once that has committed.
 */
export type HandleEvent = (db: Db, event: EventMessage) => Promise<() => void>;

export type InboxRowsOptions = {
  database: RoomDatabase;
  tables: PlatformTables;
  handle: HandleEvent;
  /** Whether the handler of a type of event writes by one statement alone. */
  isAtOnce: (type: string) => boolean;
};

/** Marks an event as handled, with the first statement of its handler that writes. Fails when it is in the inbox already. */
function markOf({ inbox }: PlatformTables, { id, type, payload, occurredAt }: EventMessage): Rider {
  const { schema, name } = getTableConfig(inbox);
  return {
    name: 'heard',
    text: (given) => `insert into "${schema}"."${name}" (event_id, type, payload, occurred_at, processed_at)
      values ($${given + 1}, $${given + 2}, $${given + 3}::jsonb, $${given + 4}::timestamptz, now())`,
    values: [id, type, JSON.stringify(payload), occurredAt.toISOString()],
  };
}

/** For a handler that has written nothing: a statement that changes nothing takes the mark along. */
const markAlone = (db: Db, { inbox }: PlatformTables) => db.execute(sql`delete from ${inbox} where false`);

/** Whether a handler failed because its event is in the inbox already: then nothing is left to be done. */
const isKnown = (error: unknown): boolean => isUniqueViolation(error, 'inbox');

/** Stores events in a room's inbox, to be handled from there; one that is there already stays as it is. */
async function store(
  database: RoomDatabase,
  { inbox }: PlatformTables,
  events: readonly EventMessage[],
  failure?: unknown,
): Promise<void> {
  const failed = failure !== undefined;
  // The column keeps milliseconds: rounded up, an event would lie ahead of the very look that it wakes.
  await database.forEvents(ALL_TENANTS).execute(sql`
    insert into ${inbox} (event_id, tenant_id, type, payload, occurred_at, attempts, next_attempt_at, failure)
    select id, tenant, type, payload, "occurredAt", ${failed ? 1 : 0}::int,
           date_trunc('milliseconds', now()) + make_interval(secs => ${failed ? backoffSeconds(1) : 0}),
           ${failed ? reasonOf(failure) : null}::text
      from json_to_recordset(${JSON.stringify(events)}::json)
        as event (id text, tenant text, type text, payload jsonb, "occurredAt" timestamptz)
    on conflict do nothing`);
}

const backoffSeconds = (attempts: number) => Math.min(300, 2 ** Math.min(attempts, 9)) / 2;
const reasonOf = (failure: unknown) => String(failure).slice(0, 2000);

async function postpone(database: RoomDatabase, { inbox }: PlatformTables, failure: HandlerFailure): Promise<void> {
  const { event, attempts } = failure;
  await database
    .forEvents(ALL_TENANTS)
    .update(inbox)
    .set({
      attempts,
      nextAttemptAt: sql`now() + make_interval(secs => ${backoffSeconds(attempts)})`,
      failure: reasonOf(failure.cause),
    })
    .where(and(eq(inbox.eventId, event.id), eq(inbox.tenantId, event.tenant)));
}

type Claimed = {
  event_id: string;
  tenant_id: string;
  type: string;
  payload: unknown;
  occurred_at: string;
  attempts: number;
  more: boolean;
};

/**
 * Takes the next event, marks it and lets the transaction act for its tenant, in one statement. Whether more wait is asked
 * before the tenant is set: afterwards only its own would be seen.
 */
const claim = ({ inbox }: PlatformTables) => sql`
  with due as materialized (
    select tenant_id, event_id from ${inbox}
     where processed_at is null and next_attempt_at <= now()
     -- As they came in, which is the order of the index: after a long rest there may be very many.
     order by next_attempt_at limit 1 for update skip locked),
  waiting as materialized (
    select count(*) > 1 as more
      from (select from ${inbox} where processed_at is null and next_attempt_at <= now() limit 2) two)
  update ${inbox} claimed set processed_at = now() from due
   where (claimed.tenant_id, claimed.event_id) = (due.tenant_id, due.event_id)
  returning claimed.event_id, claimed.tenant_id, claimed.type, claimed.payload, claimed.occurred_at, claimed.attempts,
            (select more from waiting) as more, set_config('agora.tenant', claimed.tenant_id, true)`;

async function handleNext(db: Db, tables: PlatformTables, handle: HandleEvent): Promise<Handled> {
  const [row] = (await db.execute<Claimed>(claim(tables))).rows;
  if (!row) return { settle: () => {}, more: false };
  const event: EventMessage = {
    id: row.event_id,
    tenant: row.tenant_id,
    type: row.type,
    payload: row.payload,
    occurredAt: new Date(row.occurred_at),
  };
  try {
    return { settle: await handle(db, event), more: row.more };
  } catch (error) {
    throw new HandlerFailure(event, row.attempts + 1, error);
  }
}

async function isDue(db: Db, { inbox }: PlatformTables): Promise<boolean> {
  const due = and(isNull(inbox.processedAt), lte(inbox.nextAttemptAt, sql`now()`));
  return (await db.select({ id: inbox.eventId }).from(inbox).where(due).limit(1)).length > 0;
}

async function handleMarked(
  { database, tables, handle, isAtOnce }: InboxRowsOptions,
  event: EventMessage,
): Promise<() => void> {
  const alone = isAtOnce(event.type);
  const { amend, hasGone } = ride(markOf(tables, event), { alone });
  const work = async (db: Db) => {
    const settle = await handle(db, event);
    if (!hasGone()) await markAlone(db, tables);
    return settle;
  };
  const db = database.forEvents(event.tenant, amend);
  return alone ? work(db) : db.transaction(work);
}

/** A room's inbox in Postgres: an event's effect and its mark are one transaction. */
export function inboxRows(options: InboxRowsOptions): Inbox {
  const { database, tables, handle } = options;
  const db = database.forEvents(ALL_TENANTS);
  return {
    async handleOnce(event) {
      try {
        return await handleMarked(options, event);
      } catch (error) {
        if (isKnown(error)) return null;
        throw error;
      }
    },
    store: (events, failure) => store(database, tables, events, failure),
    isDue: () => isDue(db, tables),
    handleNext: () => db.transaction((tx) => handleNext(tx, tables, handle)),
    postpone: (failure) => postpone(database, tables, failure),
  };
}
