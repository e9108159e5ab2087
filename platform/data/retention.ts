import { sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from './database';
import type { PlatformTables } from './tables';

const BATCH = 5000;

// A batch at a time: each is short, and what it has done stays whatever becomes of the next.
async function removeAll(db: Db, table: PgTable, over: SQL): Promise<void> {
  for (let removed = BATCH; removed === BATCH;) {
    const batch = sql`array(select ctid from ${table} where ${over} limit ${BATCH})`;
    removed = (await db.execute(sql`delete from ${table} where ctid = any (${batch}) and ${over}`)).rowCount ?? 0;
  }
}

/**
 * Removes idempotency keys that have expired, and events that were handled so long ago that no relay can still hold them:
 * one that came again would be taken for new. For one tenant.
 */
export async function removeWhatIsOver(db: Db, { inbox, idempotencyKeys }: PlatformTables): Promise<void> {
  await removeAll(db, idempotencyKeys, sql`expires_at < now()`);
  await removeAll(db, inbox, sql`processed_at < now() - interval '14 days'`);
}
