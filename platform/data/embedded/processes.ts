import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A living process: `started` tells it from a later one with the same number. */
export type LivingProcess = { pid: number; started: string; command: string };

/** The living process with this number, if there is one. One that is dead but not yet reaped does not live. */
export function findProcess(pid: number): LivingProcess | undefined {
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): LivingProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X' || started === undefined) return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
    return { pid, started, command };
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): LivingProcess | undefined {
  const ask = (column: string) => spawnSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' });
  const state = ask('state').stdout?.trim();
  if (!state || state.startsWith('Z')) return undefined;
  return { pid, started: ask('lstart').stdout.trim(), command: ask('command').stdout.trim() };
}
