import { spawn } from 'node:child_process';
import type { Account } from './account';
import { onExit } from './exit';

/** Nothing of our own environment decides how the database behaves: no LANG, no PGDATA, no TZ. */
export const ENVIRONMENT = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

type Job = {
  program: string;
  arguments: string[];
  account: Account;
  cwd: string;
  /** written to the program's standard input */
  input?: string;
  /** a file handed over as descriptor 3 */
  file?: number;
};

/** Runs a program to its end; rejects only when it cannot be started. It does not outlive us. */
export function run(job: Job): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(job.program, job.arguments, {
      ...job.account,
      cwd: job.cwd,
      env: ENVIRONMENT,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe', job.file ?? 'ignore'],
    });
    const callOff = onExit(() => endGroup(child.pid));
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
    child.stdin?.on('error', () => {});
    child.stdin?.end(job.input);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
    child.on('error', callOff);
    child.on('close', callOff);
  });
}

function endGroup(pid: number | undefined) {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
