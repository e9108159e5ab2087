import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findProcess } from '../data/embedded/processes';

type Mark = { readonly pid: number; readonly started: string };
/** A server, whoever started it, and where it works. */
type Note = { readonly server: Mark; readonly owner: Mark; readonly directory: string };

const NAME = /^redis\.\d+\.json$/;

function markOf(pid: number): Mark {
  const { started = '' } = findProcess(pid) ?? {};
  return { pid, started };
}
const lives = ({ pid, started }: Mark): boolean => findProcess(pid)?.started === started;

/** Notes a server of this process, so that it is found when nobody is there to end it. Answers how to forget it. */
export function note(folder: string, pid: number, directory: string): () => void {
  const file = path.join(folder, `redis.${pid}.json`);
  mkdirSync(folder, { recursive: true });
  const noted: Note = { server: markOf(pid), owner: markOf(process.pid), directory };
  writeFileSync(file, JSON.stringify(noted), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

function read(file: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note;
  } catch (error) {
    // A crash of the computer can leave an empty file; and another start may have been first.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function notesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => NAME.test(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Ends the servers whose owner was killed; answers their process numbers. What they held is kept in Postgres. */
export function endOrphans(folder: string): number[] {
  const ended: number[] = [];
  for (const name of notesIn(folder)) {
    const file = path.join(folder, name);
    const noted = read(file);
    if (noted && lives(noted.owner)) continue;
    if (noted && lives(noted.server)) {
      process.kill(noted.server.pid, 'SIGKILL');
      ended.push(noted.server.pid);
    }
    if (noted) rmSync(noted.directory, { recursive: true, force: true });
    rmSync(file, { force: true });
  }
  return ended;
}
