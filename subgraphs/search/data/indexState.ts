import { sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { indexStates } from './tables';

/**
 * Opens a change of the shop's index: nobody else changes it until the transaction ends, so versions become visible in their
 * order and a reader that has seen one has seen all before it.
 * @returns the version of everything that the change writes
 */
export async function beginChange(db: Db): Promise<number> {
  const [state] = await db
    .insert(indexStates)
    .values({ version: 1, nextNumber: 0 })
    .onConflictDoUpdate({ target: indexStates.tenantId, set: { version: sql`${indexStates.version} + 1` } })
    .returning({ version: indexStates.version });
  return state?.version ?? 1;
}

/** Numbers for products that are new; the first of them. */
export async function takeNumbers(db: Db, count: number): Promise<number> {
  if (count === 0) return 0;
  const [state] = await db
    .update(indexStates)
    .set({ nextNumber: sql`${indexStates.nextNumber} + ${count}` })
    .returning({ next: indexStates.nextNumber });
  return (state?.next ?? count) - count;
}
