import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { plainForm, type Kept, type KeptForm } from './kept';

/** The last supergraph that could be served, kept on disk for a start at which the source has none. */
export type LastGood = {
  readonly file: string;
  /** Answers null when none was kept, or none that may be served. */
  read(): Promise<Kept | null>;
  keep(kept: Kept): Promise<void>;
};

export function lastGoodIn(file: string, log: Logger, form: KeptForm = plainForm): LastGood {
  const text = () => readFile(file, 'utf8').catch(() => null);
  return {
    file,
    async read() {
      const kept = await text();
      try {
        return kept === null ? null : form.read(kept);
      } catch (error) {
        log.error({ reason: (error as Error).message, file }, 'the last good supergraph on disk is refused');
        return null;
      }
    },
    async keep(kept) {
      const written = form.write(kept);
      try {
        if ((await text()) === written) return;
        await mkdir(path.dirname(file), { recursive: true });
        // Moved into place, so that a process that is killed leaves no half of it.
        const draft = `${file}.${process.pid}.tmp`;
        await writeFile(draft, written);
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
