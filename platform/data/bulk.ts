import { getTableColumns, getTableName, sql, type SQL } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';

const sqlOf = (words: readonly string[]): SQL => sql.raw(words.join(', '));
const quoted = (name: string) => `"${name}"`;

type Into = { head: SQL; tail: SQL };
const known = new WeakMap<PgTable, Map<string, Into>>();

/** The parts of the statement around its rows; they hang on the columns that a row names. */
function partsOf(table: PgTable, row: object): Into {
  const ofTable = known.get(table) ?? new Map<string, Into>();
  known.set(table, ofTable);
  const columns = Object.entries(getTableColumns<PgTable>(table)).filter(([key]) => key in row);
  const shape = columns.map(([key]) => key).join();
  const before = ofTable.get(shape);
  if (before) return before;
  const { schema = 'public' } = getTableConfig(table);
  const names = sqlOf(columns.map(([, column]) => quoted(column.name)));
  const keys = sqlOf(columns.map(([key]) => quoted(key)));
  const typed = sqlOf(columns.map(([key, column]) => `${quoted(key)} ${column.getSQLType()}`));
  const target = sql.raw(`${quoted(schema)}.${quoted(getTableName(table))}`);
  const parts = {
    head: sql`insert into ${target} (${names}) select ${keys} from json_to_recordset(`,
    tail: sql`::json) as given (${typed})`,
  };
  ofTable.set(shape, parts);
  return parts;
}

function intoStatement(table: PgTable, first: object) {
  const { head, tail } = partsOf(table, first);
  return (rows: readonly object[]): SQL => sql`${head}${JSON.stringify(rows)}${tail}`;
}

/**
 * An INSERT that may stand beside another statement: its rows are written if there is a row in `onlyWith`.
 * @param rows at least one, all of one shape: what the first leaves out takes its column's default in every row
 * @param onlyWith name of a relation of the statement that it stands in
 */
export function insertWith<T extends PgTable>(table: T, rows: readonly T['$inferInsert'][], onlyWith: string): SQL {
  const statement = intoStatement(table, rows[0] ?? {});
  return sql`${statement(rows)} where exists (select from ${sql.identifier(onlyWith)})`;
}
