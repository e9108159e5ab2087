import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { TenantPool, type OnStatement } from './tenantPool';

/** What a repository works on: a database or a transaction, bound to one tenant. */
export type Db = Pick<
  NodePgDatabase,
  'select' | 'selectDistinct' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'execute' | '$count' | '$with' | 'with'
>;

/** A room's own schema in Postgres, reached with the room's own role. */
export type RoomDatabase = {
  /** The database as a tenant sees it; made once a tenant, so that prepared statements live as long. */
  forTenant(tenant: string): NodePgDatabase;
  readonly pool: Pool;
  close(): Promise<void>;
};

export type RoomDatabaseOptions = {
  url: string;
  room: string;
  connections?: number;
  onStatement?: OnStatement;
  onError?: (error: Error) => void;
};

/** The role as which a room's connections act: no superuser, no owner, so that row-level security binds it. */
export const roleOf = (room: string): string => `agora_${room}`;

/** The tenant that stands for all: row-level security lets it see the outbox and the inbox, and nothing else. */
export const ALL_TENANTS = '*';

/** Opens a pool of connections that act as the room's role. The first query connects. */
export function openRoomDatabase({
  url,
  room,
  connections = 10,
  onStatement = () => {},
  onError,
}: RoomDatabaseOptions): RoomDatabase {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    // As a start-up option, so that RESET ROLE leads back to the room's role and not to the login's.
    options: `-c role=${roleOf(room)} -c search_path=${room} -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000`,
    application_name: `agora ${room}`,
    allowExitOnIdle: true,
  });
  let closing = false;
  // A connection that Postgres ends while we close it is no loss.
  pool.on('error', (error) => closing || onError?.(error));
  const databases = new Map<string, NodePgDatabase>();
  return {
    pool,
    forTenant(tenant) {
      const known = databases.get(tenant);
      if (known) return known;
      // drizzle's type asks for pg's whole Pool; it uses query and connect alone.
      const database = drizzle({ client: new TenantPool(pool, tenant, onStatement) as unknown as Pool });
      databases.set(tenant, database);
      return database;
    },
    close() {
      closing = true;
      return pool.end();
    },
  };
}
