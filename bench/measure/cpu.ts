import { readdirSync, readFileSync } from 'node:fs';

/** Linux tells processor time in hundredths of a second to every program, whatever its kernel counts in. (proc(5)) */
const TICKS_A_SECOND = 100;

type Stat = { readonly parent: number; readonly own: number; readonly reaped: number };

/** The fields of a process behind its name, which may itself hold spaces and brackets; null when it has ended. */
function fieldsOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

function statOf(pid: number): Stat | null {
  const fields = fieldsOf(pid);
  if (!fields) return null;
  const at = (index: number) => Number(fields[index]);
  return { parent: at(1), own: at(11) + at(12), reaped: at(13) + at(14) };
}

function everyProcess(): Map<number, Stat> {
  const pids = readdirSync('/proc').map(Number).filter(Boolean);
  return new Map(
    pids.flatMap((pid) => {
      const stat = statOf(pid);
      return stat ? [[pid, stat] as const] : [];
    }),
  );
}

/** A process and all below it that live. */
function treeOf(root: number, all: ReadonlyMap<number, Stat>): number[] {
  const children = [...all].filter(([, { parent }]) => parent === root).map(([pid]) => pid);
  return [root, ...children.flatMap((child) => treeOf(child, all))];
}

/** @throws Error when it has ended: what it used is then unknown */
function known(pid: number, all: ReadonlyMap<number, Stat>): Stat {
  const stat = all.get(pid);
  if (!stat) throw new Error(`Process ${pid} has ended while it was measured.`);
  return stat;
}

/**
 * CPU seconds, user and system, of processes and of all that they have started: those that live, and those that have ended
 * and were waited for. `without`: a process below, such as a Postgres, that is left out with all that it has started.
 */
export function cpuSeconds(roots: readonly number[], without?: number): number {
  const all = everyProcess();
  const apart = new Set(without === undefined ? [] : treeOf(without, all));
  const pids = roots.flatMap((root) => (known(root, all), treeOf(root, all)));
  const ticks = pids.filter((pid) => !apart.has(pid)).map((pid) => known(pid, all));
  return ticks.reduce((sum, { own, reaped }) => sum + own + reaped, 0) / TICKS_A_SECOND;
}

/** Resident memory in MB (of 1,000,000 bytes) of a process and all that it has started, but for one. */
export function residentMegabytes(root: number, without: number): number {
  const all = everyProcess();
  const apart = new Set(treeOf(without, all));
  const kilobytes = treeOf(root, all)
    .filter((pid) => !apart.has(pid))
    .map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
  return (kilobytes.reduce((sum, size) => sum + size, 0) * 1024) / 1e6;
}
