import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../platform/data/embedded';
import { DATABASE, readPassword, SUPERUSER } from '../../platform/data/embedded/cluster';
import { layOut } from '../../platform/data/embedded/layout';

/** What the shop's Postgres tells of itself; its own questions are not counted. */
export type Database = {
  /** The postmaster: all others are below it. */
  readonly pid: number;
  /** Statements since the last time it was asked. @throws Error when Postgres has lost count */
  statements(): Promise<number>;
  /** Resolves when no event is on its way any more. @throws Error when that takes too long */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

/** Has every statement counted from the next start on, and leaves the tables as a shop of some days has them. */
export async function prepareDatabase(dataDirectory: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDirectory });
  const client = new Client(postgres.url);
  await client.connect();
  await client.query("alter system set shared_preload_libraries = 'pg_stat_statements'");
  await client.query('create extension if not exists pg_stat_statements');
  await client.query('vacuum (analyze)');
  await client.query('checkpoint');
  await client.end();
  await postgres.stop();
}

const PATIENCE = 30_000;

const EVENTS_ON_THEIR_WAY = `select 'select ' || string_agg(
    format('(select count(*) from %I.%I%s)', table_schema, table_name,
      case table_name when 'inbox' then ' where processed_at is null' else '' end), ' + ') || ' as count' as text
  from information_schema.tables where table_name in ('inbox', 'outbox')`;

async function connect(dataDirectory: string): Promise<{ client: Client; pid: number }> {
  const layout = layOut(dataDirectory);
  const [pid, , , port] = readFileSync(path.join(layout.cluster, 'postmaster.pid'), 'utf8').split('\n').map(Number);
  const connection = { host: '127.0.0.1', port, user: SUPERUSER, password: readPassword(layout), database: DATABASE };
  const client = new Client({ ...connection, options: '-c pg_stat_statements.track=none' });
  await client.connect();
  return { client, pid: pid as number };
}

/** Looks into the Postgres that an Agora has started on a directory. */
export async function openDatabase(dataDirectory: string): Promise<Database> {
  const { client, pid } = await connect(dataDirectory);
  const one = async (text: string) => (await client.query<Record<string, string>>(text)).rows[0] ?? {};
  const { text = '' } = await one(EVENTS_ON_THEIR_WAY);
  return {
    pid,
    async statements() {
      const { calls, lost } = await one(
        'select (select sum(calls) from pg_stat_statements) as calls, (select dealloc from pg_stat_statements_info) as lost',
      );
      if (Number(lost) > 0) throw new Error('Postgres has seen too many different statements to count them.');
      await client.query('select pg_stat_statements_reset()');
      return Number(calls ?? 0);
    },
    async quiet() {
      const until = performance.now() + PATIENCE;
      while (Number((await one(text)).count) > 0) {
        if (performance.now() > until) throw new Error('Events are still on their way after half a minute.');
        await delay(50);
      }
    },
    close: () => client.end(),
  };
}
