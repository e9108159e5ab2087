import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool, type PoolClient } from 'pg';
import type { Amend } from './riding';
import { TenantPool, type OnStatement } from './tenantPool';

/** What a repository works on: a database or a transaction, bound to one tenant. */
export type Db = Pick<
  NodePgDatabase,
  | 'select'
  | 'selectDistinct'
  | 'selectDistinctOn'
  | 'insert'
  | 'update'
  | 'delete'
  | 'execute'
  | '$count'
  | '$with'
  | 'with'
>;

/** A room's own schema in Postgres, reached with the room's own role. */
export type RoomDatabase = {
  /**
   * The database as a tenant sees it; made once a tenant, so that prepared statements live as long, or for whoever amends
   * its statements.
   */
  forTenant(tenant: string, amend?: Amend): NodePgDatabase;
  /** The same on connections that requests cannot take: for publishing events, and for handling them. */
  forEvents(tenant: string, amend?: Amend): NodePgDatabase;
  readonly pool: Pool;
  close(): Promise<void>;
};

export type RoomDatabaseOptions = {
  url: string;
  room: string;
  connections?: number;
  /** Milliseconds after which a server that says nothing is taken for lost, with its connection. */
  patience?: number;
  onStatement?: OnStatement;
  onError?: (error: Error) => void;
  /** Called once for every connection that requests are answered on. */
  onConnection?: (client: PoolClient) => void;
};

/** The role as which a room's connections act: no superuser, no owner, so that row-level security binds it. */
export const roleOf = (room: string): string => `agora_${room}`;

/** The tenant that stands for all: row-level security lets it see the outbox and the inbox, and nothing else. */
export const ALL_TENANTS = '*';

// One for events to be handled, one for those that were handled and may go, one for those that were left behind.
const EVENT_CONNECTIONS = 3;

const STATEMENT_TIMEOUT = 30_000;

/** As start-up options, so that RESET ROLE leads back to the room's role and not to the login's. */
const optionsOf = (room: string): string =>
  Object.entries({
    role: roleOf(room),
    search_path: room,
    statement_timeout: STATEMENT_TIMEOUT,
    idle_in_transaction_session_timeout: 60_000,
    // What is asked often lies in memory, where reading by an index is no dearer than one row after the other.
    random_page_cost: 1.1,
  })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

type PoolOptions = { url: string; room: string; most: number; patience: number; onError: (error: Error) => void };

function openPool({ url, room, most, patience, onError }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max: most,
    // A server that is gone without a word, as behind a network that lost a route, is never heard of again.
    query_timeout: patience,
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    // Who has waited that long for a connection is better told so than kept waiting.
    connectionTimeoutMillis: 10_000,
    options: optionsOf(room),
    application_name: `agora ${room}`,
    allowExitOnIdle: true,
  });
  // The pool listens to connections that rest. Without a listener, one that is lost between two statements of a
  // transaction would end the process; its transaction hears of it with the next statement.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', onError);
  return pool;
}

/**
 * Opens the connections that act as the room's role; the first query connects. Events have some of their own: neither they
 * nor requests can take all of them from the other, and none has to be turned from a tenant to all and back.
 */
export function openRoomDatabase({
  url,
  room,
  connections = 8,
  patience = STATEMENT_TIMEOUT + 5_000,
  onStatement = () => {},
  onError = () => {},
  onConnection,
}: RoomDatabaseOptions): RoomDatabase {
  let closing = false;
  // A connection that Postgres ends while we close it is no loss.
  const onLoss = (error: Error) => void (closing || onError(error));
  const open = (most: number) => openPool({ url, room, most, patience, onError: onLoss });
  const pools = { requests: open(connections), events: open(EVENT_CONNECTIONS) };
  if (onConnection) pools.requests.on('connect', onConnection);
  const databases = new Map<string, NodePgDatabase>();
  const tell = {
    requests: (text: string) => onStatement(text, 'requests'),
    events: (text: string) => onStatement(text, 'events'),
  };
  const make = (purpose: keyof typeof pools, tenant: string, amend?: Amend) => {
    // drizzle's type asks for pg's whole Pool; it uses query and connect alone.
    const client = new TenantPool(pools[purpose], tenant, tell[purpose], onLoss, amend);
    return drizzle({ client: client as unknown as Pool });
  };
  const databaseFor = (purpose: keyof typeof pools, tenant: string, amend?: Amend) => {
    if (amend) return make(purpose, tenant, amend);
    const key = `${purpose} ${tenant}`;
    const database = databases.get(key) ?? make(purpose, tenant);
    databases.set(key, database);
    return database;
  };
  return {
    pool: pools.requests,
    forTenant: (tenant, amend) => databaseFor('requests', tenant, amend),
    forEvents: (tenant, amend) => databaseFor('events', tenant, amend),
    async close() {
      closing = true;
      await Promise.all([pools.requests.end(), pools.events.end()]);
    },
  };
}
