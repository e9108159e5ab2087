import { Client, Pool, type QueryConfig } from 'pg';
import { named } from '../data/preparing';

type Query = Client['query'];

/** A connection of DBOS, which sends each statement anew: those that write are prepared here, as those of rooms are. */
class WorkflowClient extends Client {
  override query = ((query: QueryConfig | string, ...rest: unknown[]) => {
    const prepared = typeof query === 'string' && Array.isArray(rest[0]) ? named(query) : query;
    return (super.query as (...args: unknown[]) => unknown).call(this, prepared, ...rest);
  }) as Query;
}

/** Opens the connections that DBOS keeps workflows with. */
export function openWorkflowPool(url: string, onError: (error: Error) => void): Pool {
  const pool = new Pool({ connectionString: url, max: 8, application_name: 'agora workflows', Client: WorkflowClient });
  // One that is lost in the middle of a statement tells whoever has sent it.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', onError);
  return pool;
}
