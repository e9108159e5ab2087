import { sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { indexStates } from './tables';

/**
 * Opens a change of the shop's index: nobody else changes it until the transaction ends, so versions become visible in their
 * order and a reader that has seen one has seen all before it. Answers the version of everything that the change writes.
 */
export const opening = sql`
  insert into ${indexStates} as state (version, next_number) values (1, 0)
  on conflict (tenant_id) do update set version = state.version + 1 returning version`;

export async function beginChange(db: Db): Promise<number> {
  const { rows } = await db.execute<{ version: string }>(opening);
  return Number(rows[0]?.version ?? 1);
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
