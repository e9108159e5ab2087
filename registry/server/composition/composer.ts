import { fork } from 'node:child_process';
import path from 'node:path';
import { StoreUnreachableError, type SubgraphSchema } from '../../store/store';

export type Outcome = { readonly supergraph: string } | { readonly errors: readonly string[] };

/** Composes subgraphs of anybody. @throws StoreUnreachableError when there is no room for it now */
export type Compose = (subgraphs: readonly SubgraphSchema[]) => Promise<Outcome>;

const ROOT = path.join(__dirname, '..', '..', '..');
const PROGRAM = path.join(__dirname, 'composer.process.ts');
const MEGABYTES = 1_024;
const PATIENCE = 30_000;
const MOST_WAITING = 16;

/** One process for each: a schema that is made to be slow or large takes none of the service's own time and memory. */
function inProcess(subgraphs: readonly SubgraphSchema[], patience: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const execArgv = ['--import', 'tsx', `--max-old-space-size=${MEGABYTES}`];
    const child = fork(PROGRAM, [], { cwd: ROOT, execArgv, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    const end = (outcome: Outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    child.once('message', (outcome) => end(outcome as Outcome));
    child.once('error', (error) => end({ errors: [error.message] }));
    child.once('exit', () =>
      end({ errors: [`Composing takes more than ${patience / 1000} seconds or ${MEGABYTES} MB.`] }),
    );
    child.send(subgraphs, () => {});
  });
}

/** Composes one after the other, apart from this process. @param patience milliseconds for each */
export function composerApart(patience = PATIENCE): Compose {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (subgraphs) => {
    if (waiting === MOST_WAITING) throw new StoreUnreachableError('Too many schemas wait to be composed.');
    waiting += 1;
    const turn = last.then(() => inProcess(subgraphs, patience)).finally(() => (waiting -= 1));
    last = turn;
    return turn;
  };
}
