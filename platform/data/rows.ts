import { getTableColumns, is, SQL, sql, type InferSelectModel } from 'drizzle-orm';
import {
  getTableConfig,
  type PgColumn,
  type PgInsertValue,
  type PgTable,
  type PgUpdateSetSource,
} from 'drizzle-orm/pg-core';

// drizzle takes ten times as long to build a statement as to put together one that is written out: for those that every
// order needs, that is worth some lines.

type Known = { columns: ReadonlyMap<string, PgColumn>; list: SQL };

const tables = new WeakMap<PgTable, Known>();

function knownOf(table: PgTable): Known {
  const before = tables.get(table);
  if (before) return before;
  const columns = new Map(Object.entries(getTableColumns<PgTable>(table)));
  const { name } = getTableConfig(table);
  const list = sql.raw([...columns.values()].map((column) => `"${name}"."${column.name}"`).join(', '));
  const known = { columns, list };
  tables.set(table, known);
  return known;
}

/** All columns of a table, for what a statement answers. */
export const columnsOf = (table: PgTable): SQL => knownOf(table).list;

type Given = { column: PgColumn; value: SQL };

/** The columns that `values` names, by the names that code has for them, each with its value as Postgres takes it. */
function given(table: PgTable, values: object): Given[] {
  const { columns } = knownOf(table);
  return Object.entries(values).flatMap(([key, value]) => {
    const column = columns.get(key);
    if (!column || value === undefined) return [];
    return { column, value: is(value, SQL) ? value : sql`${sql.param(value, column)}` };
  });
}

/** `column = value, …`, for an UPDATE. */
export const assignments = <T extends PgTable>(table: T, set: PgUpdateSetSource<T>): SQL =>
  sql.join(
    given(table, set).map(({ column, value }) => sql`${sql.identifier(column.name)} = ${value}`),
    sql`, `,
  );

/** An INSERT of one row. A column that it leaves out takes its default. */
export function insertOf<T extends PgTable>(table: T, row: PgInsertValue<T>): SQL {
  const cells = given(table, row);
  const names = cells.map(({ column }) => sql.identifier(column.name));
  const values = cells.map(({ value }) => value);
  return sql`insert into ${table} (${sql.join(names, sql`, `)}) values (${sql.join(values, sql`, `)})`;
}

/** Reads what such a statement answers for a row as drizzle would. */
export function readRow<T extends PgTable>(table: T, row: Record<string, unknown>): InferSelectModel<T> {
  const read: Record<string, unknown> = {};
  for (const [key, column] of knownOf(table).columns) {
    const value = row[column.name];
    read[key] = value === null ? null : column.mapFromDriverValue(value);
  }
  return read as InferSelectModel<T>;
}
