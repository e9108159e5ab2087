import { readFile, stat } from 'node:fs/promises';
import type { SignedDelivery } from '../../platform/delivery/delivery';
import type { KeptForm } from './kept';

export const SOURCES = ['local', 'file', 'registry'] as const;
export type SourceKind = (typeof SOURCES)[number];

/** A supergraph as a source hands it out. */
export type Edition = {
  readonly sdl: string;
  /** As it came from the registry, and was verified. */
  readonly delivery?: SignedDelivery;
};

/** Where the supergraph comes from: a text, a file or the registry. */
export type SupergraphSource = {
  readonly kind: SourceKind;
  /** How the log names it. */
  readonly name: string;
  read(): Promise<Edition>;
  /** Tells of every edition that comes after the first. Answers how to stop it. */
  watch?(onChange: (edition: Edition) => void): () => void;
  /** How its editions are kept on disk; as plain text if not given. */
  readonly form?: KeptForm;
  readonly contact?: Contact;
};

/** What came of asking a source that is elsewhere. */
export type Contact = {
  /** Milliseconds since it last answered; undefined before. */
  age(): number | undefined;
  /** How often each of them came of it. */
  outcomes(): ReadonlyMap<string, number>;
};

export const textSource = (sdl: string): SupergraphSource => ({
  kind: 'local',
  name: 'the composed rooms',
  read: async () => ({ sdl }),
});

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
    return { sdl: (last = await readFile(file, 'utf8')) };
  }

  /** A file that was another one at the last look may still be being written: it is read when it rests. */
  async function look(before: string, onChange: (edition: Edition) => void): Promise<string> {
    const now = await stateOf(file);
    if (now === seen || now !== before || now === 'absent') return now;
    const previous = last;
    const edition = await read();
    if (edition.sdl !== previous) onChange(edition);
    return now;
  }

  return {
    kind: 'file',
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
