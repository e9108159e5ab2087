import { and, eq, sql } from 'drizzle-orm';
import { ALL_TENANTS, type Db, type RoomDatabase } from '../data/database';
import type { PlatformTables } from '../data/tables';
import type { Deliver } from './bus';
import type { EventMessage } from './event';
import { startWorker, type Worker } from './worker';

/** Handles one event inside `db`'s transaction; what it throws takes back all it has done. */
export type HandleEvent = (db: Db, event: EventMessage) => Promise<void>;

// The column keeps milliseconds: rounded up, an event would lie ahead of the very look that it wakes.
const atOnce = sql`date_trunc('milliseconds', now())`;

/** Stores events in a room's inbox; one that is there already stays as it is. */
export const receiver =
  (database: RoomDatabase, { inbox }: PlatformTables, wake: () => void): Deliver =>
  async (events) => {
    const rows = events.map(({ id, tenant, ...event }) => ({
      ...event,
      eventId: id,
      tenantId: tenant,
      nextAttemptAt: atOnce,
    }));
    await database.forTenant(ALL_TENANTS).insert(inbox).values(rows).onConflictDoNothing();
    wake();
  };

class HandlerFailure extends Error {
  constructor(
    readonly event: EventMessage,
    readonly attempts: number,
    cause: unknown,
  ) {
    super(`The handler of ${event.type} ${event.id} failed (attempt ${attempts}).`, { cause });
  }
}

const backoffSeconds = (attempts: number) => Math.min(300, 2 ** Math.min(attempts, 9)) / 2;

async function postpone(database: RoomDatabase, { inbox }: PlatformTables, failure: HandlerFailure): Promise<void> {
  const { event, attempts } = failure;
  await database
    .forTenant(ALL_TENANTS)
    .update(inbox)
    .set({
      attempts,
      nextAttemptAt: sql`now() + make_interval(secs => ${backoffSeconds(attempts)})`,
      failure: String(failure.cause).slice(0, 2000),
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

/** Answers whether an event was handled, and whether more were waiting. */
type Handled = { handled: boolean; more: boolean };

async function handleNext(db: Db, tables: PlatformTables, handle: HandleEvent): Promise<Handled> {
  const [row] = (await db.execute<Claimed>(claim(tables))).rows;
  if (!row) return { handled: false, more: false };
  const event: EventMessage = {
    id: row.event_id,
    tenant: row.tenant_id,
    type: row.type,
    payload: row.payload,
    occurredAt: new Date(row.occurred_at),
  };
  try {
    await handle(db, event);
  } catch (error) {
    throw new HandlerFailure(event, row.attempts + 1, error);
  }
  return { handled: true, more: row.more };
}

export type InboxOptions = {
  database: RoomDatabase;
  tables: PlatformTables;
  handle: HandleEvent;
  /** After the effect of an event was committed. */
  afterCommit: () => void;
  onError: (error: unknown) => void;
};

/** Works a room's inbox off: each event's effect and its mark as processed are one transaction. */
export function startInbox({ database, tables, handle, afterCommit, onError }: InboxOptions): Worker {
  const work = async () => {
    try {
      const { handled, more } = await database
        .forTenant(ALL_TENANTS)
        .transaction((tx) => handleNext(tx, tables, handle));
      if (handled) afterCommit();
      return more;
    } catch (error) {
      if (!(error instanceof HandlerFailure)) throw error;
      await postpone(database, tables, error);
      onError(error);
      return true;
    }
  };
  return startWorker({ work, interval: 5000, onError });
}
