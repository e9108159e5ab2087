import { getTableColumns, getTableName, sql, type SQL } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { Db } from './database';

/** Many enough that a round trip counts for nothing, few enough that a statement's text stays at a few megabytes. */
const BATCH = 5000;

const columnsOf = (table: PgTable, row: object) => Object.entries(getTableColumns(table)).filter(([key]) => key in row);

function intoStatement(table: PgTable, columns: readonly [string, PgColumn][]) {
  const { schema } = getTableConfig(table);
  const target = sql`${sql.identifier(schema ?? 'public')}.${sql.identifier(getTableName(table))}`;
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const typed = sql.join(
    columns.map(([key, column]) => sql`${sql.identifier(key)} ${sql.raw(column.getSQLType())}`),
    sql`, `,
  );
  const keys = sql.join(
    columns.map(([key]) => sql.identifier(key)),
    sql`, `,
  );
  return (rows: readonly object[]) =>
    sql`insert into ${target} (${names}) select ${keys} from json_to_recordset(${JSON.stringify(rows)}::json) as given (${typed})`;
}

/**
 * An INSERT that may stand beside another statement: its rows are written if there is a row in `onlyWith`.
 * @param rows at least one, all of one shape: what the first leaves out takes its column's default in every row
 * @param onlyWith name of a relation of the statement that it stands in
 */
export function insertWith<T extends PgTable>(table: T, rows: readonly T['$inferInsert'][], onlyWith: string): SQL {
  const statement = intoStatement(table, columnsOf(table, rows[0] ?? {}));
  return sql`${statement(rows)} where exists (select from ${sql.identifier(onlyWith)})`;
}

/**
 * Writes many rows with one parameter a statement, in their order. For a bulk load alone: whoever serves requests has a
 * repository.
 * @param rows all of one shape: what the first leaves out takes its column's default in every row
 */
export async function insertRows<T extends PgTable>(
  db: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const statement = intoStatement(table, columnsOf(table, first));
  for (let at = 0; at < rows.length; at += BATCH) await db.execute(statement(rows.slice(at, at + BATCH)));
}
