import { Client, Pool, type QueryConfig } from 'pg';
import { named } from '../data/preparing';
import type { OnStatement } from '../data/tenantPool';

type Query = Client['query'];
type Sent = (query: unknown, ...rest: unknown[]) => unknown;

/** A connection of DBOS. It sends each statement anew; those that write are prepared here, as those of rooms are. */
const clientThatTells = (onStatement: OnStatement) =>
  class extends Client {
    override query = ((query: QueryConfig | string, ...rest: unknown[]) => {
      const config = typeof query === 'string' && Array.isArray(rest[0]) ? named(query) : query;
      onStatement(typeof query === 'string' ? query : query.text, 'workflows');
      return (super.query as Sent).call(this, config, ...rest);
    }) as Query;
  };

/** Opens the connections that DBOS keeps workflows with. */
export function openWorkflowPool(
  url: string,
  onError: (error: Error) => void,
  onStatement: OnStatement = () => {},
): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 8,
    application_name: 'agora workflows',
    Client: clientThatTells(onStatement),
  });
  // One that is lost in the middle of a statement tells whoever has sent it.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', onError);
  return pool;
}
