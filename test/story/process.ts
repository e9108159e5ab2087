import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Place } from './people';
import { post } from './post';
import { runProgram } from './program';

const readOrNothing = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** The parent of each process that there is; who is dead and not yet buried does not count. */
function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    // The name of the program stands in parentheses and may hold anything; its state and its parent follow.
    const [state, parent] = readOrNothing(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    if (parent !== undefined && state !== 'Z') found.set(Number(name), Number(parent));
  }
  return found;
}

/** A process and all that descend from it. */
export function familyOf(pid: number): number[] {
  const all = parents();
  const family = [pid];
  for (const each of family) for (const [child, parent] of all) if (parent === each) family.push(child);
  return family;
}

/** Those of the processes that are still there. */
export const living = (pids: readonly number[]): number[] => {
  const all = parents();
  return pids.filter((pid) => all.has(pid));
};

function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It had come to its end by itself.
    }
  }
}

/** The built-in Postgres of a data directory, for its superuser. */
function postgresOf(data: string): string {
  const password = readFileSync(path.join(data, 'password'), 'utf8').trim();
  const port = readFileSync(path.join(data, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://postgres:${password}@127.0.0.1:${port}/agora`;
}

/** Agora as `npm start` runs it, in a process of its own, on data of its own. Answers once it is ready. */
export async function startProcess(data: string) {
  const env = { AGORA_DATA: data, DATABASE_URL: '', PORT: '0', SEED: 'none', LOG_LEVEL: 'warn' };
  const { child, ended, says, output } = runProgram('gateway/main.ts', [], env);
  const [, url = ''] = await says(/GraphQL +(http:\/\/[^/\s]+)/);

  const place: Place = {
    clock: { now: () => new Date() },
    databaseUrl: postgresOf(data),
    graphql: (operation, variables = {}, caller = {}) => post(url, operation, variables, caller),
  };
  return {
    url,
    place,
    says,
    output,
    family: () => familyOf(child.pid as number),
    /** As a power cut does: everything, Postgres as well, in the middle of whatever it does. */
    async die(): Promise<void> {
      if (child.exitCode === null) killAll(familyOf(child.pid as number));
      await ended;
    },
    /** Asks it to end; answers how it did. */
    stop(): Promise<[number | null, string | null]> {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
export type AgoraProcess = Awaited<ReturnType<typeof startProcess>>;
