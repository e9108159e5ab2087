import { setTimeout as pause } from 'node:timers/promises';
import type { Target } from '../target';
import type { Fault } from './fault';

const nothing = async (): Promise<void> => {};

function signal({ named }: Target, name: string, kind: NodeJS.Signals): void {
  const pid = named(name).pid();
  if (pid === undefined) throw new Error(`${name} has no process.`);
  process.kill(pid, kind);
}

/** Whoever looks after the processes starts it again. */
export const killed = (name: string): Fault => ({
  name: `${name} is killed`,
  lasts: 1_000,
  strike: async ({ target }) => signal(target, name, 'SIGKILL'),
  mend: nothing,
});

/** It is there, it has its connections and its locks, and does nothing. */
export function stopped(name: string, lasts: number): Fault {
  let pid: number | undefined;
  return {
    name: `${name} hangs for ${lasts / 1_000} s`,
    lasts,
    async strike({ target }) {
      pid = target.named(name).pid();
      signal(target, name, 'SIGSTOP');
    },
    async mend() {
      if (pid !== undefined) process.kill(pid, 'SIGCONT');
    },
  };
}

const UNDER_WAY = `select executor_id from dbos.workflow_status where status = 'PENDING' and name = any($1) limit 1`;
const PATIENCE = 10_000;

/** Who runs one of the sagas at this very moment. @throws Error when there is nobody for long */
async function executorOf({ sql }: Target, sagas: readonly string[]): Promise<string> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const [row] = await sql<{ executor_id: string }>(UNDER_WAY, [sagas]);
    if (row) return row.executor_id;
    if (performance.now() > deadline) throw new Error(`None of these sagas runs: ${sagas.join(', ')}.`);
    await pause(2);
  }
}

/** Whoever runs a saga dies in the middle of its steps. */
export const killedInSaga = (...sagas: readonly string[]): Fault => ({
  name: `an executor is killed in the middle of ${sagas.join(' or ')}`,
  lasts: 1_000,
  async strike({ target }) {
    signal(target, await executorOf(target, sagas), 'SIGKILL');
  },
  mend: nothing,
});
