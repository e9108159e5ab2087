import { sql, type InferSelectModel, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable, PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { sources, type EventOf, type Machine, type States } from '../machine/machine';
import type { Db } from './database';
import { assignments, columnsOf, readRow } from './rows';
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
  /**
   * What is written with it: further items of the statement's WITH, each behind a comma. They read `moved`, the row as it is
   * now, which is none when it did not move.
   */
  beside?: SQL;
};

type Move = { from: string; to: string };

/** What the states that know the event become. */
const newState = (moves: readonly Move[]): SQL => {
  const cases = moves.map(({ from, to }) => sql`when ${from} then ${to}`);
  return sql`case locked.was ${sql.join(cases, sql` `)} end`;
};

/**
 * Fires an event of a state machine on one row: a single UPDATE that holds only when the row is in a state that knows
 * the event, and with it, in the same statement, its line in the history. Of two at once, one wins.
 * @returns the row as it is now, null when the event is not allowed in its state or the row is not there
 */
export async function transition<S extends States, T extends Stateful>(
  db: Db,
  { transitions }: Pick<PlatformTables, 'transitions'>,
  { machine, table, id, event, actor, at, reason = null, set = {}, beside = sql`` }: Transition<Machine<S>, T>,
): Promise<InferSelectModel<T> | null> {
  const moves = sources(machine, event);
  const from = sql.param(moves.map((move) => move.from));
  const changes = assignments(table, { ...set, status: newState(moves) } as PgUpdateSetSource<T>);
  const { rows } = await db.execute(sql`
    with moved as (
      update ${table} set ${changes}
        from (select id as key, status as was from ${table}
               where id = ${id} and status = any(${from}::text[]) for update) locked
       where ${table.id} = locked.key
      returning ${columnsOf(table)}, locked.was),
    history as (
      insert into ${transitions} (entity_id, from_state, to_state, reason, actor, occurred_at)
      select id, was, status, ${reason}::text, ${actor}::text, ${at.toISOString()}::timestamptz from moved)
    ${beside}
    select * from moved`);
  const [row] = rows;
  return row ? readRow(table, row) : null;
}
