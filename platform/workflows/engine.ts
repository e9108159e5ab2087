import { DBOS, type DLogger } from '@dbos-inc/dbos-sdk';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { OnStatement } from '../data/tenantPool';
import { openExecutor, type Executor, type ExecutorName } from './executor';
import { openWorkflowPool } from './pool';
import { startTakingOver } from './takeover';

export type EngineOptions = {
  /** Of the database that keeps the workflows. */
  readonly url: string;
  readonly name: ExecutorName;
  /** Of the workflows that can be run here. */
  readonly names: readonly string[];
  readonly log: Logger;
  readonly onStatement?: OnStatement;
};

/** DBOS, as it runs in this process. */
export type Engine = {
  /** Begins no further step; what is under way is left to the next executor, or to another that is there. */
  stop(): Promise<void>;
};

/**
 * Starts it, once all workflows are registered. Those that were left behind run at once.
 * @param opened hears which executor this is before any workflow runs
 * @throws Error when the database does not answer, or may not be used; then no connection stays open
 */
export async function startEngine(
  { url, name, names, log, onStatement }: EngineOptions,
  opened: (executor: Executor) => void,
): Promise<Engine> {
  let stopping = false;
  const logger = quiet(log, () => stopping);
  const executor = await openExecutor(url, name, log);
  opened(executor);
  const pool = openWorkflowPool(url, logger.warn, onStatement);
  try {
    // DBOS brings its tables up to date, and does not expect that another does as well.
    await executor.alone(() => launch(url, { ...name, id: executor.id }, pool, logger));
  } catch (error) {
    await pool.end();
    await executor.stop();
    throw error;
  }
  const takingOver = startTakingOver(executor, name, names, log);
  return {
    async stop() {
      stopping = true;
      executor.leave();
      await takingOver.stop();
      await DBOS.shutdown();
      await pool.end();
      await executor.stop();
    },
  };
}

async function launch(url: string, { application, id }: ExecutorName, pool: Pool, logger: DLogger): Promise<void> {
  DBOS.setConfig({
    name: application,
    executorID: id,
    systemDatabaseUrl: url,
    systemDatabaseSchemaName: 'dbos',
    // Fixed, and its own: DBOS waits for ever for a version that another application has.
    // A workflow begun before an update is recovered after it. A saga whose steps change takes a new name.
    applicationVersion: application,
    runAdminServer: false,
    systemDatabasePool: pool,
    logger,
  });
  await DBOS.launch();
}

// DBOS tells every start and recovery at level info; only what needs somebody's eye goes to the log. While it stops, it tells
// of connections that are ended before they are closed, and of sagas that cannot be written on: the next start goes on.
// Of a text the first line: in the others a failed statement tells the values that it was sent with.
const said = (message: unknown) =>
  message instanceof Error ? { err: message } : { dbos: String(message).split('\n', 1)[0] };
const quiet = (log: Logger, stopping: () => boolean): DLogger => ({
  info: (message: unknown) => log.debug(said(message)),
  debug: () => {},
  warn: (message: unknown) => log[stopping() ? 'debug' : 'warn'](said(message)),
  error: (message: unknown) => log[stopping() ? 'debug' : 'error'](said(message)),
});
