import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
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

async function handleNext(db: Db, { inbox }: PlatformTables, handle: HandleEvent): Promise<boolean> {
  const [row] = await db
    .select()
    .from(inbox)
    .where(and(isNull(inbox.processedAt), lte(inbox.nextAttemptAt, sql`now()`)))
    // As they came in, which is the order of the index: after a long rest there may be very many.
    .orderBy(asc(inbox.nextAttemptAt))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!row) return false;
  const event: EventMessage = {
    id: row.eventId,
    tenant: row.tenantId,
    type: row.type,
    payload: row.payload,
    occurredAt: row.occurredAt,
  };
  await db.execute(sql`select set_config('agora.tenant', ${event.tenant}, true)`);
  try {
    await handle(db, event);
  } catch (error) {
    throw new HandlerFailure(event, row.attempts + 1, error);
  }
  await db
    .update(inbox)
    .set({ processedAt: sql`now()` })
    .where(eq(inbox.eventId, event.id));
  return true;
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
      const more = await database.forTenant(ALL_TENANTS).transaction((tx) => handleNext(tx, tables, handle));
      if (more) afterCommit();
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
