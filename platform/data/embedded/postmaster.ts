import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account';
import { onExit } from './exit';
import type { Layout } from './layout';
import { endAtExit } from './postmaster-end';
import { ENVIRONMENT } from './run';

/** A Postgres server process that we started. */
export type Postmaster = {
  pid?: number;
  /** settles when the process is gone, with what ended it */
  ended: Promise<string>;
  isGone(): boolean;
  /** what it has written to the log so far, or why it could not even be started */
  said(): string;
};

/** As root we do not write where a link leads that another user has laid. */
const APPEND = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;

/** Spawns Postgres. If this process exits, the server ends with it. */
export function spawnPostmaster(program: string, options: string[], layout: Layout, account: Account): Postmaster {
  const log = openSync(layout.log, APPEND, 0o600);
  const logStart = statSync(layout.log).size;
  const child = spawn(program, options, {
    ...account,
    cwd: layout.cluster,
    env: ENVIRONMENT,
    // A Ctrl-C in the terminal goes to the whole group; the database has to outlive the draining above it.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const callOff = onExit(() => endAtExit(child.pid));
  let end: string | undefined;
  const ended = endOf(child).then((how) => {
    callOff();
    return (end = how);
  });
  const said = () => readFileSync(layout.log).subarray(logStart).toString() || (end ?? '');
  return { pid: child.pid, ended, isGone: () => end !== undefined, said };
}

/** Waits until the server accepts connections; answers false when it ended, or was still busy, before that. */
export async function becomesReady(postmaster: Postmaster, layout: Layout, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (!postmaster.isGone() && Date.now() < deadline) {
    if (reportsReady(layout, postmaster.pid)) return true;
    await pause(5);
  }
  return false;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
}

/** The eighth line of the pid file is the server's own word on its state. */
function reportsReady(layout: Layout, pid: number | undefined) {
  try {
    const lines = readFileSync(join(layout.cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}
