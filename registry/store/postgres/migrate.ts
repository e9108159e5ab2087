import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { Pool, PoolClient } from 'pg';
import { MIGRATION_LOCK } from '../../../platform/data/migrate';

const FOLDER = path.join(__dirname, 'migrations');

async function isUpToDate(client: PoolClient): Promise<boolean> {
  const { rows: tables } = await client.query<{ table: string | null }>(
    `select to_regclass('drizzle.registry') as table`,
  );
  if (tables[0]?.table == null) return false;
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from drizzle.registry');
  return (rows[0]?.count ?? 0) >= readMigrationFiles({ migrationsFolder: FOLDER }).length;
}

/** Brings the schema `registry` up to date, one process at a time. A login that may change nothing can use one that is. */
export async function migrateRegistry(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    if (await isUpToDate(client)) return;
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle({ client }), {
      migrationsFolder: FOLDER,
      migrationsSchema: 'drizzle',
      migrationsTable: 'registry',
    });
  } finally {
    // Its session has the lock, and may have it still where a statement has failed: it is not used again.
    client.release(true);
  }
}
