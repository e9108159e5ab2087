import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from 'pino';

/** Who runs sagas and jobs has a name, and has it alone. */
export type ExecutorName = {
  /** DBOS keeps the workflows of different applications apart: a room must not be handed those of another. */
  readonly application: string;
  /** A name that is given. */
  readonly id?: string;
  /** Else the first that is free is taken: `orders`, `orders-2`, … */
  readonly prefix: string;
};

/** This process as one that runs sagas and jobs. */
export type Executor = {
  readonly id: string;
  /** A statement beside those of DBOS. */
  query: (text: string, values: unknown[]) => Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;
  /**
   * To be asked before each step of a workflow that begins now: resolves when it may be done, and never when another process
   * has taken the workflow over.
   */
  fence(workflowId: string): () => Promise<void>;
  /** Does what no two executors may do at once. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** No further step is done here. */
  leave(): void;
  stop(): Promise<void>;
};

/** The message says what to do. */
class NameTaken extends Error {
  override name = 'StartError';
}

/**
 * A lock on a name lives as long as the connection: Postgres itself knows who has died. Any constant will do for its space, as
 * long as every process takes the same.
 */
export const LOCK_SPACE = 4_711_002;

/** No name can be like it. */
const ALONE = 'who is alone';
const PATIENCE = 30_000;
const PAUSE = 250;

/** A machine that is gone without a word is found to be so within 15 seconds. */
const KEEP_ALIVE = '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=2';

async function connect(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: 'agora executor',
    options: KEEP_ALIVE,
    connectionTimeoutMillis: 10_000,
  });
  // Its end tells all there is to know.
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function tryLock(client: Client, id: string): Promise<boolean> {
  const text = `select pg_try_advisory_lock(${LOCK_SPACE}, hashtext($1)) as held`;
  return (await client.query<{ held: boolean }>(text, [id])).rows[0]?.held === true;
}

async function firstFree(client: Client, prefix: string): Promise<string> {
  for (let slot = 1; ; slot++) {
    const id = slot === 1 ? prefix : `${prefix}-${slot}`;
    if (await tryLock(client, id)) return id;
  }
}

/** @throws NameTaken when another process has the name that is given */
async function claim(client: Client, { id, prefix }: ExecutorName): Promise<string> {
  if (id === undefined) return firstFree(client, prefix);
  const deadline = performance.now() + PATIENCE;
  while (!(await tryLock(client, id))) {
    if (performance.now() > deadline)
      throw new NameTaken(`Another process runs sagas as ${id}. Stop it, or give this one another EXECUTOR_ID.`);
    await pause(PAUSE);
  }
  return id;
}

const STILL_OURS = `select from dbos.workflow_status where workflow_uuid = $1 and executor_id = $2 and status = 'PENDING'`;

const never = () => new Promise<void>(() => {});

/** A name that is held by a connection; one that is lost is opened anew. */
async function holdName(url: string, name: ExecutorName, log: Logger) {
  let client = await connect(url);
  const id = await claim(client, name).catch(async (error: unknown) => {
    await client.end();
    throw error;
  });
  let [stopped, losses] = [false, 0];
  let held = Promise.resolve();

  async function regain(): Promise<void> {
    while (!stopped) {
      try {
        client = await connect(url);
        if (await tryLock(client, id)) return watch();
        await client.end();
      } catch (error) {
        log.warn({ err: error, executor: id }, 'the database of sagas does not answer');
      }
      await pause(PAUSE);
    }
  }
  function watch(): void {
    client.once('end', () => {
      losses += 1;
      if (!stopped) held = regain();
    });
  }
  watch();
  return {
    id,
    client: () => client,
    /** How often it was lost: what began before may be somebody else's by now. */
    losses: () => losses,
    /** Resolves when it is held again. */
    regained: () => held,
    async stop() {
      stopped = true;
      await client.end();
    },
  };
}

/** Takes a name for this process, and keeps it. @throws Error when another process has the name that is given */
export async function openExecutor(url: string, name: ExecutorName, log: Logger): Promise<Executor> {
  const { id, client, losses, regained, stop } = await holdName(url, name, log);
  let left = false;

  async function isOurs(workflowId: string): Promise<boolean> {
    await regained();
    return (await client().query(STILL_OURS, [workflowId, id])).rowCount === 1;
  }
  return {
    id,
    query: (text, values) => client().query(text, values),
    fence(workflowId) {
      let seen = losses();
      return async () => {
        while (!left && seen !== losses()) {
          const [asked, ours] = [losses(), await isOurs(workflowId)];
          if (!ours) return never();
          seen = asked;
        }
        return left ? never() : undefined;
      };
    },
    async alone(work) {
      const holder = client();
      // Asked again and again: a statement that waits is a transaction that indexes made concurrently would wait for.
      while (!(await tryLock(holder, ALONE))) await pause(PAUSE / 5);
      try {
        return await work();
      } finally {
        await holder.query(`select pg_advisory_unlock(${LOCK_SPACE}, hashtext($1))`, [ALONE]);
      }
    },
    leave: () => void (left = true),
    stop,
  };
}
