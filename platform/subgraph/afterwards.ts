import { sql } from 'drizzle-orm';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ground } from './scope';

/** Milliseconds before each look at whether the database is back: a minute in all. */
const PAUSES = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000];

/**
 * Wakes who waits for what may have been written although nobody heard so, for the answer to a commit was lost with its
 * database. Not before that answers again, for they look into it.
 */
export async function wakeAfterwards(
  { database, topics: all, log }: Ground,
  tenant: string,
  topics: readonly string[],
): Promise<void> {
  for (const wait of PAUSES) {
    await pause(wait, undefined, { ref: false });
    const isBack = await database
      .forTenant(tenant)
      .execute(sql`select 1`)
      .then(
        () => true,
        () => false,
      );
    if (isBack) return topics.forEach((topic) => all.wake(topic));
  }
  log.warn({ topics }, 'nobody could be told of what may have changed: the database does not answer');
}
