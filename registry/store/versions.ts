import { createHash } from 'node:crypto';
import type { SubgraphSchema } from './store';

const LENGTH = 16;

/** The address of a schema by its content: hexadecimal digits. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, LENGTH);

/** The same for the same subgraphs, in whatever order. */
export const versionIdOf = (subgraphs: readonly SubgraphSchema[]): string =>
  hashOf(
    JSON.stringify(subgraphs.map(({ name, url, sdl }) => [name, url, sdl]).toSorted(([a], [b]) => (a! < b! ? -1 : 1))),
  );
