import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseStartError } from './errors';
import { findProcess, type LivingProcess } from './processes';

const PATIENCE: [signal: NodeJS.Signals, milliseconds: number][] = [
  ['SIGINT', 15_000],
  ['SIGQUIT', 5_000],
];

/** The setting by which we recognise our own servers in the process table; Postgres only carries it. */
export function markOf(cluster: string) {
  // Without blanks, so that one path is never found as the beginning of another.
  return `agora.cluster=${encodeURI(cluster)}`;
}

/**
 * Ends the Postgres that a killed run left on this cluster; returns its process number if there was one.
 * A process that merely has the number from the pid file stays untouched: only the pid file goes.
 * The caller owns the data directory. Throws `DatabaseStartError` when the orphan cannot be ended.
 */
export async function endOrphan(cluster: string): Promise<number | undefined> {
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = readPid(pidFile);
  const found = pid ? findProcess(pid) : undefined;
  if (found && isServerOf(cluster, found)) {
    await end(found, cluster);
    return found.pid;
  }
  // Postgres would take a foreign process with this number, or a dead one not yet reaped, for its predecessor.
  rmSync(pidFile, { force: true });
  return undefined;
}

function isServerOf(cluster: string, { command }: LivingProcess) {
  return /\/postgres /.test(command) && `${command} `.includes(` ${markOf(cluster)} `);
}

async function end({ pid, started }: LivingProcess, cluster: string) {
  for (const [signal, milliseconds] of PATIENCE) {
    if (await signalAndWait(pid, started, signal, milliseconds)) return;
  }
  throw new DatabaseStartError(
    `A Postgres left over from a former run (process ${pid}) still works on ${cluster} and does not end. ` +
      `End it with "kill -QUIT ${pid}" and start again.`,
  );
}

async function signalAndWait(pid: number, started: string, signal: NodeJS.Signals, milliseconds: number) {
  const lives = () => findProcess(pid)?.started === started;
  const deadline = Date.now() + milliseconds;
  if (lives()) process.kill(pid, signal);
  while (lives() && Date.now() < deadline) await pause(10);
  return !lives();
}

function readPid(pidFile: string): number | undefined {
  try {
    return Math.abs(Number.parseInt(readFileSync(pidFile, 'utf8'), 10)) || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
