import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import { databaseIsAway } from './away';
import { named } from './preparing';
import type { Amend, Sent } from './riding';

const served = Symbol('tenant that this connection last served');
type MarkedClient = PoolClient & { [served]?: string };

/** What connections are for: a room's, and those that keep workflows. */
export type Purpose = 'requests' | 'events' | 'workflows';

/** Called once for every statement that goes to Postgres, with its text. */
export type OnStatement = (text: string, purpose: Purpose) => void;

const isOther = (client: MarkedClient, tenant: string): boolean => client[served] !== tenant;

async function settle(client: MarkedClient, tenant: string, onStatement: (text: string) => void): Promise<void> {
  onStatement('set tenant');
  await client.query("select set_config('agora.tenant', $1, false)", [tenant]);
  client[served] = tenant;
}

const asItIs: Amend = (sent) => sent;
const sentOf = (query: QueryConfig | string, values: unknown[] = []): Sent => ({
  query: typeof query === 'string' ? { text: query } : query,
  values,
});

/**
 * A room's pool as one tenant sees it: every connection taken from it is set to that tenant first, and row-level
 * security does the rest. Shaped like pg's Pool, which is what drizzle takes.
 */
export class TenantPool {
  constructor(
    private readonly pool: Pool,
    private readonly tenant: string,
    private readonly onStatement: (text: string) => void,
    private readonly onError: (error: Error) => void = () => {},
    private readonly amend: Amend = asItIs,
  ) {}

  private async take(): Promise<PoolClient> {
    try {
      return await this.pool.connect();
    } catch (error) {
      this.onError(error as Error);
      throw databaseIsAway();
    }
  }

  async query(given: QueryConfig, parameters?: unknown[]): Promise<QueryResult> {
    const { query, values } = this.amend(sentOf(given, parameters));
    const client = await this.take();
    try {
      if (isOther(client, this.tenant)) await settle(client, this.tenant, this.onStatement);
      this.onStatement(query.text);
      const result = await client.query(named(query), values);
      client.release();
      return result;
    } catch (error) {
      client.release(isBroken(error));
      throw error;
    }
  }

  async connect(): Promise<TenantClient> {
    const client = await this.take();
    try {
      if (isOther(client, this.tenant)) await settle(client, this.tenant, this.onStatement);
    } catch (error) {
      client.release(true);
      this.onError(error as Error);
      throw databaseIsAway();
    }
    return new TenantClient(client, this.onStatement, this.amend);
  }
}

const ENDS = new Set(['commit', 'rollback']);

/** One connection for the length of a transaction. */
export class TenantClient {
  private broken = false;
  private ended = false;
  constructor(
    private readonly client: PoolClient,
    private readonly onStatement: (text: string) => void,
    private readonly amend: Amend,
  ) {}

  async query(given: QueryConfig | string, parameters?: unknown[]): Promise<QueryResult> {
    const { query, values } = this.amend(sentOf(given, parameters));
    const { text } = query;
    // Of two things done at once one may fail; what the other still sends would take effect outside of the transaction.
    if (this.ended && text !== 'rollback') throw new Error(`The transaction has ended; too late for: ${text}`);
    this.ended ||= ENDS.has(text);
    this.onStatement(text);
    try {
      return await this.client.query(named(query), values);
    } catch (error) {
      this.broken ||= isBroken(error);
      // drizzle gives a connection back after a transaction, not when one could not even begin.
      if (text.startsWith('begin')) this.release();
      throw error;
    }
  }

  release(): void {
    this.ended = true;
    this.client.release(this.broken);
  }
}

// What was prepared on the connection does not hold any more: a table has been changed since, or it was thrown away.
const STALE = new Set(['0A000', '26000']);

// An error with an SQLSTATE came from the server over a working connection, unless the server is going away (57P..).
function isBroken(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string' || code.length !== 5) return true;
  return code.startsWith('57P') || code.startsWith('08') || STALE.has(code);
}
