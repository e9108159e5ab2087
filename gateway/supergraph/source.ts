import { readFile, stat } from 'node:fs/promises';

/** Where the supergraph comes from: a text, a file, later the registry. */
export type SupergraphSource = {
  /** How the log names it. */
  readonly name: string;
  read(): Promise<string>;
  /** Tells of every text that comes after the first. Answers how to stop it. */
  watch?(onChange: (sdl: string) => void): () => void;
};

export const textSource = (sdl: string): SupergraphSource => ({ name: 'the composed rooms', read: async () => sdl });

const LOOK_EVERY = 250;

const stateOf = (file: string): Promise<string> =>
  stat(file).then(
    ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
    () => 'absent',
  );

/**
 * A file that is looked at four times a second. Notifications of the system would be sooner, but miss files on network
 * volumes and files that a mounted directory replaces by moving a link.
 */
export function fileSource(file: string): SupergraphSource {
  let seen: string | undefined;
  let last: string | undefined;

  async function read() {
    seen = await stateOf(file);
    return (last = await readFile(file, 'utf8'));
  }

  /** A file that was another one at the last look may still be being written: it is read when it rests. */
  async function look(before: string, onChange: (sdl: string) => void): Promise<string> {
    const now = await stateOf(file);
    if (now === seen || now !== before || now === 'absent') return now;
    const previous = last;
    const sdl = await read();
    if (sdl !== previous) onChange(sdl);
    return now;
  }

  return {
    name: file,
    read,
    watch(onChange) {
      let before = '';
      let timer: NodeJS.Timeout | undefined;
      let stopped = false;
      const next = async () => {
        before = await look(before, onChange).catch(() => '');
        if (!stopped) timer = setTimeout(() => void next(), LOOK_EVERY);
      };
      void next();
      return () => {
        stopped = true;
        clearTimeout(timer);
      };
    },
  };
}
