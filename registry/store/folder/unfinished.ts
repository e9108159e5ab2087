import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { HOUR } from '../../../platform/kernel/clock';

/** How names begin of what is not finished. Nobody reads it. */
export const UNFINISHED = '.unfinished-';

/** Removes what a process that died has left. What is younger may be under way. */
export async function sweep(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const file = path.join(root, name);
    const found = await stat(file).catch(() => null);
    if (found && Date.now() - found.mtimeMs > HOUR) await rm(file, { recursive: true, force: true });
  }
}
