import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { Db } from './database';

/** Many enough that a round trip counts for nothing, few enough that a statement's text stays at a few megabytes. */
const BATCH = 5000;

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
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in first);
  const statement = intoStatement(table, columns);
  for (let at = 0; at < rows.length; at += BATCH) await db.execute(statement(rows.slice(at, at + BATCH)));
}
