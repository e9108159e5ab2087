import { drizzle } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import { roleOf } from '../../platform/data/database';
import type { LoadDb } from '../../platform/data/load';

/** Where rows are written: each room's by its own role, so that row-level security looks on. */
export type Ground = {
  /** Acts as a room. One at a time: rooms on one server share its transaction. */
  as<T>(room: string, work: (db: LoadDb) => Promise<T>): Promise<T>;
  /** Acts as the login that owns the rooms' tables. */
  asOwner<T>(room: string, work: (client: Client) => Promise<T>): Promise<T>;
  readonly tenant: string;
};

// Any constant will do, as long as every process that seeds takes the same.
const SEED_LOCK = 4_711_002;

async function begin(url: string, tenant: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'agora seed' });
  await client.connect();
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock($1)', [SEED_LOCK]);
  await client.query("select set_config('agora.tenant', $1, true)", [tenant]);
  return client;
}

/** Opens a transaction on every server that keeps a room's data, one after the other, and closes them all. */
function openTransactions(databaseUrl: (room: string) => string, tenant: string) {
  const clients = new Map<string, Promise<Client>>();
  const on = (room: string) => {
    const url = databaseUrl(room);
    const client = clients.get(url) ?? begin(url, tenant);
    clients.set(url, client);
    return client;
  };
  const each = async (work: (client: Client) => Promise<unknown>) => {
    for (const client of clients.values()) await work(await client);
  };
  return { on, each };
}

/**
 * Runs `work` in one transaction: all of it is there afterwards, or nothing. (Rooms that are kept on several servers have a
 * transaction each, which are committed one right after the other.)
 */
export async function onGround<T>(
  databaseUrl: (room: string) => string,
  tenant: string,
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  const { on, each } = openTransactions(databaseUrl, tenant);
  try {
    const result = await work({
      tenant,
      async asOwner(room, act) {
        const client = await on(room);
        await client.query('reset role');
        return act(client);
      },
      async as(room, act) {
        const client = await on(room);
        await client.query(`set local role "${roleOf(room)}"; set local search_path to "${room}"`);
        const answer = await act(drizzle({ client }));
        // What is checked at the end is checked now: before version 18 Postgres would do it as whoever acts last.
        await client.query('set constraints all immediate; set constraints all deferred');
        return answer;
      },
    });
    // Until the tables are measured, which Postgres does by itself a minute later, their queries are planned at a guess.
    await each((client) => client.query('reset role; set local client_min_messages = error; analyze; commit'));
    return result;
  } finally {
    await each((client) => client.end()).catch(() => {});
  }
}
