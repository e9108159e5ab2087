import { and, eq, getTableColumns, inArray, sql, type InferSelectModel } from 'drizzle-orm';
import type { PgColumn, PgTable, PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { sources, type EventOf, type Machine, type States } from '../machine/machine';
import type { Db } from './database';
import type { PlatformTables } from './tables';

type Stateful = PgTable & { id: PgColumn; status: PgColumn };

export type Transition<M, T extends PgTable> = {
  machine: M;
  table: T;
  id: string;
  event: EventOf<M>;
  actor: string;
  at: Date;
  reason?: string | null;
  /** Other columns that change with the state. */
  set?: PgUpdateSetSource<T>;
};

/**
 * Fires an event of a state machine on one row: a single UPDATE that holds only when the row is in a state that knows
 * the event, then its line in the history. Of two at once, one wins.
 * @returns the row as it is now, null when the event is not allowed in its state or the row is not there
 */
export async function transition<S extends States, T extends Stateful>(
  db: Db,
  { transitions }: Pick<PlatformTables, 'transitions'>,
  { machine, table, id, event, actor, at, reason = null, set }: Transition<Machine<S>, T>,
): Promise<InferSelectModel<T> | null> {
  const moves = sources(machine, event);
  const locked = db
    .select({ id: table.id, was: sql<string>`${table.status}`.as('was') })
    .from(table as PgTable)
    .where(
      and(
        eq(table.id, id),
        inArray(
          table.status,
          moves.map((move) => move.from),
        ),
      ),
    )
    .for('update')
    .as('locked');
  const cases = sql.join(
    moves.map((move) => sql`when ${move.from} then ${move.to}`),
    sql` `,
  );
  const [row] = (await db
    .update(table)
    .set({ ...set, status: sql`case ${locked.was} ${cases} end` } as PgUpdateSetSource<T>)
    .from(locked)
    .where(eq(table.id, locked.id))
    .returning({ ...getTableColumns(table), was: locked.was })) as unknown as (InferSelectModel<T> & {
    was: string;
    status: string;
  })[];
  if (!row) return null;
  const { was, ...entity } = row;
  await db.insert(transitions).values({ entityId: id, from: was, to: entity.status, reason, actor, occurredAt: at });
  return entity as unknown as InferSelectModel<T>;
}
