import type { Client } from 'pg';

/** Takes away all that Postgres itself would keep from being broken. */
const UNGUARD = `
  set local session_replication_role = replica;
  do $$
    declare guard record;
            rooms text[] = '{users,catalog,orders,payments,logistics,marketing,search}';
    begin
      for guard in select conrelid::regclass as of, conname as name from pg_constraint
                    where contype in ('c', 'u') and connamespace::regnamespace::text = any(rooms) loop
        execute format('alter table %s drop constraint %I', guard.of, guard.name);
      end loop;
      for guard in select schemaname as room, indexname as name from pg_indexes
                    where schemaname = any(rooms) and indexdef like 'CREATE UNIQUE%' and not exists (select from pg_constraint where conname = indexname) loop
        execute format('drop index %I.%I', guard.room, guard.name);
      end loop;
    end $$`;

/** Looks at a database that was broken by hand; nothing of it stays. @throws Error when the statement broke nothing */
export async function whileBroken<Found>(client: Client, sql: string, look: () => Promise<Found>): Promise<Found> {
  await client.query('begin');
  try {
    await client.query(UNGUARD);
    const { rowCount } = await client.query(sql);
    if (!rowCount) throw new Error(`Nothing was broken by: ${sql}`);
    return await look();
  } finally {
    await client.query('rollback');
  }
}

/** One row more, like one that is there but for some columns. */
export const another = (table: string, where: string, but: object): string =>
  `insert into ${table} overriding system value select (jsonb_populate_record(r, '${JSON.stringify(but)}')).* from ${table} r where ${where} limit 1`;
