import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';

const served = Symbol('tenant that this connection last served');
type MarkedClient = PoolClient & { [served]?: string };

/** Called once for every statement that goes to Postgres, with its text. */
export type OnStatement = (text: string) => void;

async function settle(client: MarkedClient, tenant: string, onStatement: OnStatement): Promise<void> {
  if (client[served] === tenant) return;
  onStatement('set tenant');
  await client.query("select set_config('agora.tenant', $1, false)", [tenant]);
  client[served] = tenant;
}

const textOf = (query: QueryConfig | string) => (typeof query === 'string' ? query : query.text);

/**
 * A room's pool as one tenant sees it: every connection taken from it is set to that tenant first, and row-level
 * security does the rest. Shaped like pg's Pool, which is what drizzle takes.
 */
export class TenantPool {
  constructor(
    private readonly pool: Pool,
    private readonly tenant: string,
    private readonly onStatement: OnStatement,
  ) {}

  async query(query: QueryConfig, values?: unknown[]): Promise<QueryResult> {
    const client = await this.pool.connect();
    try {
      await settle(client, this.tenant, this.onStatement);
      this.onStatement(textOf(query));
      const result = await client.query(query, values);
      client.release();
      return result;
    } catch (error) {
      client.release(isBroken(error));
      throw error;
    }
  }

  async connect(): Promise<TenantClient> {
    const client = await this.pool.connect();
    try {
      await settle(client, this.tenant, this.onStatement);
    } catch (error) {
      client.release(true);
      throw error;
    }
    return new TenantClient(client, this.onStatement);
  }
}

/** One connection for the length of a transaction. */
export class TenantClient {
  private broken = false;
  constructor(
    private readonly client: PoolClient,
    private readonly onStatement: OnStatement,
  ) {}

  async query(query: QueryConfig | string, values?: unknown[]): Promise<QueryResult> {
    this.onStatement(textOf(query));
    try {
      return await this.client.query(query as QueryConfig, values);
    } catch (error) {
      this.broken ||= isBroken(error);
      throw error;
    }
  }

  release(): void {
    this.client.release(this.broken);
  }
}

// An error with an SQLSTATE came from the server over a working connection, unless the server is going away (57P..).
function isBroken(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code !== 'string' || code.length !== 5 || code.startsWith('57P') || code.startsWith('08');
}
