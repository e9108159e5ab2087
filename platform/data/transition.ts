import { and, eq, getTableColumns, inArray, sql, type InferSelectModel, type SQL } from 'drizzle-orm';
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
  /** An INSERT that is done with it; it selects from `moved`, the row as it is now, which is none when it did not move. */
  beside?: SQL;
};

/** The UPDATE that moves a row on, answering it with the state that it was in. */
function move<S extends States, T extends Stateful>(
  db: Db,
  { machine, table, id, event, set }: Pick<Transition<Machine<S>, T>, 'machine' | 'table' | 'id' | 'event' | 'set'>,
) {
  const moves = sources(machine, event);
  const from = moves.map((each) => each.from);
  const locked = db
    .select({ id: table.id, was: sql<string>`${table.status}`.as('was') })
    .from(table as PgTable)
    .where(and(eq(table.id, id), inArray(table.status, from)))
    .for('update')
    .as('locked');
  const cases = moves.map((each) => sql`when ${each.from} then ${each.to}`);
  return db
    .update(table as PgTable)
    .set({ ...set, status: sql`case ${locked.was} ${sql.join(cases, sql` `)} end` })
    .from(locked)
    .where(eq(table.id, locked.id))
    .returning({ ...getTableColumns<PgTable>(table), was: locked.was });
}

/**
 * Fires an event of a state machine on one row: a single UPDATE that holds only when the row is in a state that knows
 * the event, and with it, in the same statement, its line in the history. Of two at once, one wins.
 * @returns the row as it is now, null when the event is not allowed in its state or the row is not there
 */
export async function transition<S extends States, T extends Stateful>(
  db: Db,
  { transitions }: Pick<PlatformTables, 'transitions'>,
  { actor, at, reason = null, beside, ...change }: Transition<Machine<S>, T>,
): Promise<InferSelectModel<T> | null> {
  const moved = db.$with('moved').as(move(db, change));
  const told = db.$with('told', {}).as(sql`
    insert into ${transitions} (entity_id, from_state, to_state, reason, actor, occurred_at)
    select id, was, status, ${reason}::text, ${actor}::text, ${at.toISOString()}::timestamptz from moved`);
  const more = beside ? [db.$with('beside', {}).as(beside)] : [];
  const [row] = await db
    .with(moved, told, ...more)
    .select()
    .from(moved);
  if (!row) return null;
  const { was: _was, ...entity } = row;
  return entity as unknown as InferSelectModel<T>;
}
