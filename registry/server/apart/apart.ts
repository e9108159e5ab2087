import { fork } from 'node:child_process';
import path from 'node:path';
import type { Environment } from '../../../gateway/settings';
import { StoreUnreachableError, type SubgraphSchema } from '../../store/store';

/** What is done apart from the service: composing subgraphs, or checking a version of the store. */
export type Task = { readonly compose: readonly SubgraphSchema[] } | { readonly check: string };

/** What has come of it, or why it does not hold: a sentence each. */
export type Outcome = { readonly supergraph?: string } | { readonly errors: readonly string[] };

/** It could not be done, for a reason that the schema has no part in. */
export type Failure = { readonly failure: string };

/** @throws StoreUnreachableError when there is no room for it now */
export type Apart = (task: Task) => Promise<Outcome>;

const PROGRAM = path.join(__dirname, 'apart.process.ts');
const MEGABYTES = 1_024;
const PATIENCE = 40_000;
const MOST_WAITING = 16;

function inProcess(task: Task, env: Environment, patience: number): Promise<Outcome | Failure> {
  return new Promise((resolve) => {
    const child = fork(PROGRAM, [], {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${MEGABYTES}`],
      // It reads what strangers have written: what signs is not its business.
      env: { ...process.env, ...env, REGISTRY_SIGNING_KEYS: undefined },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    const end = (outcome: Outcome | Failure) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    child.once('message', (outcome) => end(outcome as Outcome | Failure));
    child.once('error', (error) => end({ failure: error.message }));
    child.once('exit', () => end({ errors: [`It takes more than ${patience / 1000} seconds or ${MEGABYTES} MB.`] }));
    child.send(task, () => {});
  });
}

async function orUnreachable(work: Promise<Outcome | Failure>): Promise<Outcome> {
  const outcome = await work;
  if ('failure' in outcome) throw new StoreUnreachableError(`It could not be checked: ${outcome.failure}`);
  return outcome;
}

/**
 * Does one task after the other, each in a process: a schema that is made to be slow or large takes none of the service's own
 * time and memory.
 * @param env says where the store is
 * @param patience milliseconds for each
 */
export function worksApart(env: Environment, patience = PATIENCE): Apart {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    if (waiting === MOST_WAITING) throw new StoreUnreachableError('Too many schemas wait to be composed.');
    waiting += 1;
    const turn = last.then(() => orUnreachable(inProcess(task, env, patience))).finally(() => (waiting -= 1));
    last = turn.catch(() => {});
    return turn;
  };
}
