import type { Logger } from 'pino';
import { startWorker, type Worker } from '../events/worker';
import { LOCK_SPACE, type Executor, type ExecutorName } from './executor';

const LOOK_EVERY = 4_000;

/** Who has left workflows that can be done here. Their names say so: this process knows the sagas and jobs of its rooms. */
const LEFT = `
  select distinct executor_id as id from dbos.workflow_status
   where status in ('PENDING', 'ENQUEUED') and executor_id <> $1 and name = any($2::text[])`;

/**
 * Puts what a dead executor has left into the queue of those who can do it, as DBOS does at a start with what its own name has
 * left. The lock is that of the dead: it is free only if its owner is gone, and only one of us can have it.
 */
const TAKE = `
  with lock as materialized (select pg_try_advisory_xact_lock(${LOCK_SPACE}, hashtext($1)) as free)
  update dbos.workflow_status
     set status = 'ENQUEUED', queue_name = coalesce(queue_name, '_dbos_internal_queue'), application_name = $3,
         application_version = $3, started_at_epoch_ms = null, updated_at = (extract(epoch from now()) * 1000)::bigint, executor_id = $4
    from lock
   where lock.free and status in ('PENDING', 'ENQUEUED') and executor_id = $1 and name = any($2::text[])`;

const IS_FREE = `select pg_try_advisory_xact_lock(${LOCK_SPACE}, hashtext($1)) as free`;

/**
 * Looks for executors that have died, and takes over what they had begun. One counts as dead when its name is free at two looks
 * in a row: after a restart of Postgres all need a moment to take theirs again.
 * @param names of the sagas and jobs that can be done here
 */
export function startTakingOver(
  executor: Executor,
  { application }: ExecutorName,
  names: readonly string[],
  log: Logger,
): Worker {
  let gone = new Set<string>();

  async function isGone(id: string): Promise<boolean> {
    return (await executor.query(IS_FREE, [id])).rows[0]?.free === true;
  }
  async function takeFrom(id: string): Promise<void> {
    const { rowCount } = await executor.query(TAKE, [id, names, application, executor.id]);
    if (rowCount) log.info({ executor: id, workflows: rowCount }, 'sagas of an executor that has died are taken over');
  }
  async function look(): Promise<boolean> {
    const { rows } = await executor.query(LEFT, [executor.id, names]);
    const found = new Set<string>();
    for (const id of rows.map((row) => String(row.id))) {
      if (!(await isGone(id))) continue;
      if (gone.has(id)) await takeFrom(id);
      else found.add(id);
    }
    gone = found;
    return false;
  }
  const onError = (error: unknown) => log.warn({ err: error }, 'what dead executors have left cannot be looked for');
  const worker = startWorker({ work: look, interval: LOOK_EVERY, onError });
  worker.wake();
  return worker;
}
