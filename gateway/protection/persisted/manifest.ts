import { readFileSync } from 'node:fs';
import { stripIgnoredCharacters } from 'graphql';

/** Operations by their id, as Apollo's tools write them down for a release of a client. */
export type Manifest = {
  readonly bodyOf: (id: string) => string | undefined;
  /** Whether a document is one of them, written however it may be. */
  readonly holds: (body: string) => boolean;
  /** Names of the operations that have one. */
  readonly names: ReadonlySet<string>;
};

/** An operation of a manifest. */
export type Entry = { readonly id: string; readonly body: string; readonly name?: unknown };

function isEntry(value: unknown): value is Entry {
  const { id, body } = (value ?? {}) as Record<string, unknown>;
  return typeof id === 'string' && id !== '' && typeof body === 'string' && body !== '';
}

/** What a document says, without how it is written; null when it is no document. */
function essence(body: string): string | null {
  try {
    return stripIgnoredCharacters(body);
  } catch {
    return null;
  }
}

export function manifestOf(entries: readonly Entry[]): Manifest {
  const byId = new Map(entries.map(({ id, body }) => [id, body]));
  const bodies = new Set(entries.map(({ body }) => body));
  const essences = new Set(entries.map(({ body }) => essence(body) ?? body));
  return {
    names: new Set(entries.flatMap(({ name }) => (typeof name === 'string' && name !== '' ? [name] : []))),
    bodyOf: (id) => byId.get(id),
    holds: (body) => bodies.has(body) || essences.has(essence(body) ?? body),
  };
}

/**
 * Every operation of a file in the format of Apollo's persisted query manifest.
 * @throws Error with the end of a sentence about the file
 */
export function readEntries(file: string): readonly Entry[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`must be a JSON file that can be read: ${(error as Error).message}`, { cause: error });
  }
  const { format, version, operations } = (content ?? {}) as Record<string, unknown>;
  if (format !== 'apollo-persisted-query-manifest' || version !== 1)
    throw new Error('must have the format apollo-persisted-query-manifest, version 1');
  if (!Array.isArray(operations) || !operations.every(isEntry))
    throw new Error('must hold a list of operations, each with id and body');
  return operations;
}

/** @throws Error with the end of a sentence about the file */
export const readManifest = (file: string): Manifest => manifestOf(readEntries(file));
