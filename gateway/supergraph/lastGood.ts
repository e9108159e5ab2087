import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';

/** The last supergraph that could be served, kept on disk for a start at which the source has none. */
export type LastGood = {
  /** Answers null when none was kept. */
  read(): Promise<string | null>;
  keep(sdl: string): Promise<void>;
};

export function lastGoodIn(file: string, log: Logger): LastGood {
  const read = () => readFile(file, 'utf8').catch(() => null);
  return {
    read,
    async keep(sdl) {
      try {
        if ((await read()) === sdl) return;
        await mkdir(path.dirname(file), { recursive: true });
        // Moved into place, so that a process that is killed leaves no half of it.
        const draft = `${file}.${process.pid}.tmp`;
        await writeFile(draft, sdl);
        await rename(draft, file);
      } catch (error) {
        log.warn(
          { err: error, file },
          'the last good supergraph could not be kept; Agora serves without a copy on disk',
        );
      }
    },
  };
}
