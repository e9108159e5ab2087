import { sql } from 'drizzle-orm';
import { ALL_TENANTS, type Db, type RoomDatabase } from '../data/database';
import type { PlatformTables } from '../data/tables';
import type { Bus } from './bus';
import type { EventMessage } from './event';
import { startWorker, type Worker } from './worker';

const BATCH = 200;

const rowOf = ({ id, tenant, type, payload, occurredAt }: EventMessage) => ({
  eventId: id,
  tenantId: tenant,
  type,
  payload,
  occurredAt,
});

/**
 * Writes events beside the change that they tell of; the tenant is that of the transaction. `begun`, the first lines of
 * histories, are written by the same statement.
 */
export async function writeOutbox(
  db: Db,
  { outbox, transitions }: PlatformTables,
  events: readonly EventMessage[],
  begun: readonly (typeof transitions.$inferInsert)[] = [],
): Promise<void> {
  const rows = events.map(rowOf);
  if (begun.length === 0) {
    if (rows.length > 0) await db.insert(outbox).values(rows);
    return;
  }
  const histories = db.insert(transitions).values([...begun]);
  if (rows.length === 0) await histories;
  else await db.with(db.$with('histories', {}).as(histories.getSQL())).insert(outbox).values(rows);
}

type OutboxRow = { event_id: string; tenant_id: string; type: string; payload: unknown; occurred_at: string };

// The batch is joined as a materialised CTE: `where position in (select … skip locked)` is planned as a scan of the
// whole table for every row that was locked.
const take = (room: string) => sql`
  with batch as materialized (
    select position from ${sql.identifier(room)}.outbox order by position limit ${BATCH} for update skip locked)
  delete from ${sql.identifier(room)}.outbox o using batch where o.position = batch.position
  returning o.position, o.event_id, o.tenant_id, o.type, o.payload, o.occurred_at`;

/** Publishes what stands in a room's outbox. A row goes only when every listener has stored it. */
export function startRelay(room: string, database: RoomDatabase, bus: Bus, onError: (error: unknown) => void): Worker {
  const work = () =>
    database.forTenant(ALL_TENANTS).transaction(async (tx) => {
      const { rows } = await tx.execute<OutboxRow & { position: string }>(take(room));
      if (rows.length === 0) return false;
      rows.sort((a, b) => Number(a.position) - Number(b.position));
      await bus.publish(
        rows.map((row) => ({
          id: row.event_id,
          tenant: row.tenant_id,
          type: row.type,
          payload: row.payload,
          occurredAt: new Date(row.occurred_at),
        })),
      );
      return rows.length === BATCH;
    });
  return startWorker({ work, interval: 5000, onError });
}
