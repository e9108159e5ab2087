import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { Client } from 'pg';
import { copyIn, copyText } from './copyIn';
import type { Db } from './database';

/** What many rows are loaded by: one connection, within a transaction. */
export type LoadDb = Db & { readonly $client: Client };

/** Many enough that a round trip counts for nothing, few enough that their text stays at a few megabytes. */
const BATCH = 5000;

const quoted = (name: string) => `"${name}"`;

/**
 * A table of this transaction alone, for the columns that rows name. COPY does not write under row-level security, and
 * taking rows over from here is still three times as fast as reading them from JSON.
 */
function stageOf(table: PgTable, row: object) {
  const { schema = 'public' } = getTableConfig(table);
  const columns = Object.entries(getTableColumns<PgTable>(table)).filter(([key]) => key in row);
  const names = columns.map(([, column]) => quoted(column.name)).join();
  const target = `${quoted(schema)}.${quoted(getTableName(table))}`;
  const stage = `pg_temp.${quoted(`${schema}.${getTableName(table)}`)}`;
  const fields = columns.map(([key, column]) => ({ key, isJson: column.getSQLType().startsWith('json') }));
  const lineOf = (each: Readonly<Record<string, unknown>>) =>
    fields.map(({ key, isJson }) => copyText(each[key], isJson)).join('\t');
  return {
    linesOf: (rows: readonly object[]) => rows.map((each) => `${lineOf(each as Record<string, unknown>)}\n`).join(''),
    create: `create temp table if not exists ${stage.slice('pg_temp.'.length)} on commit drop as select ${names} from ${target} with no data`,
    copy: `copy ${stage} (${names}) from stdin`,
    land: `insert into ${target} (${names}) select ${names} from ${stage}; truncate ${stage}`,
  };
}
type Stage = ReturnType<typeof stageOf>;

const stages = new WeakMap<Client, Map<PgTable, Stage>>();

async function open({ $client }: LoadDb, table: PgTable, row: object): Promise<Stage> {
  const known = stages.get($client) ?? new Map<PgTable, Stage>();
  stages.set($client, known);
  const before = known.get(table);
  if (before) return before;
  const stage = stageOf(table, row);
  await $client.query(stage.create);
  known.set(table, stage);
  return stage;
}

function* batched<T>(rows: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Brings rows to the server, where they wait until they are landed.
 * @param rows all of one shape: what the first leaves out takes its column's default in every row
 */
export async function stageRows<T extends PgTable>(
  db: LoadDb,
  table: T,
  rows: Iterable<T['$inferInsert']>,
): Promise<void> {
  for (const batch of batched(rows)) {
    const { copy, linesOf } = await open(db, table, batch[0] ?? {});
    await copyIn(db.$client, copy, linesOf(batch));
  }
}

/** Writes the rows that wait, in their order. */
export async function landRows(db: LoadDb, table: PgTable): Promise<void> {
  const stage = stages.get(db.$client)?.get(table);
  if (stage) await db.$client.query(stage.land);
}

/** Writes many rows, in their order. For a bulk load alone: whoever serves requests has a repository. */
export async function insertRows<T extends PgTable>(
  db: LoadDb,
  table: T,
  rows: Iterable<T['$inferInsert']>,
): Promise<void> {
  for (const batch of batched(rows)) {
    const { copy, land, linesOf } = await open(db, table, batch[0] ?? {});
    await copyIn(db.$client, `${copy}; ${land}`, linesOf(batch));
  }
}
