import { Pool } from 'pg';
import { databaseError, StartError } from '../../../gateway/startErrors';
import { StoreRefusal, StoreUnreachableError } from '../store';
import { migrateRegistry } from './migrate';

type Row = Readonly<Record<string, unknown>>;

/** One statement, which is one step. The first brings the schema up to date. */
export type Ask = <T extends Row>(text: string, values?: readonly unknown[]) => Promise<readonly T[]>;

const STATEMENT_TIMEOUT = 20_000;

/** Values that no column takes: a day that is none, a NUL in a text, an empty name. */
const NO_VALUE = /^(22\d{3}|22P0\d|23502|23514)$/;
const CANCELLED = '57014';

function told(error: unknown, url: string): unknown {
  const { code = '', message } = error as { code?: string; message: string };
  if (NO_VALUE.test(code)) return new StoreRefusal(`The registry does not take this: ${message}`, { cause: error });
  const said = databaseError(code === CANCELLED ? new Error('timeout') : error, url, 'REGISTRY_DATABASE_URL');
  return said instanceof StartError ? new StoreUnreachableError(said.message, { cause: error }) : error;
}

export type Connection = { readonly ask: Ask; close(): Promise<void> };

/** @param patience milliseconds after which a server that says nothing is taken for lost */
export function openConnection(url: string, patience: number): Connection {
  const pool = new Pool({
    connectionString: url,
    max: 4,
    query_timeout: patience,
    statement_timeout: Math.min(patience, STATEMENT_TIMEOUT),
    connectionTimeoutMillis: Math.min(patience, 10_000),
    keepAlive: true,
    application_name: 'agora registry',
    allowExitOnIdle: true,
  });
  // A connection that is lost while it rests is replaced at the next statement, which says so where it cannot be.
  pool.on('error', () => {});
  let migrated: Promise<void> | undefined;
  const ready = () =>
    (migrated ??= migrateRegistry(pool).catch((error: unknown) => {
      migrated = undefined;
      throw error;
    }));
  return {
    async ask<T extends Row>(text: string, values: readonly unknown[] = []) {
      try {
        await ready();
        return (await pool.query<T>(text, [...values])).rows;
      } catch (error) {
        throw told(error, url);
      }
    },
    close: () => pool.end(),
  };
}
