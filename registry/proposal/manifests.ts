import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Proposal } from '../check';
import type { ClientOperation } from '../store/store';
import type { Settings } from './settings';
import { ConfigError } from './supergraphConfig';

/** What operations of a manifest belong to that has no release yet. */
const UNRELEASED = 'unreleased';

function operationsOf(text: string, file: string): readonly ClientOperation[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new ConfigError(`${file} is no JSON: ${(error as Error).message}`, { cause: error });
  }
  const { operations } = (content ?? {}) as { operations?: unknown };
  if (!Array.isArray(operations)) throw new ConfigError(`${file} is no manifest: it holds no list of operations.`);
  return operations.map((each: Partial<ClientOperation>) => {
    if (typeof each?.body !== 'string') throw new ConfigError(`${file} holds an operation without a body.`);
    return { id: String(each.id), name: String(each.name ?? each.id), body: each.body };
  });
}

/** The operations of every manifest that the settings name. @throws ConfigError */
export async function readManifests(
  { manifests }: Settings,
  cwd: string,
): Promise<NonNullable<Proposal['operations']>> {
  return Promise.all(
    Object.entries(manifests).map(async ([client, file]) => {
      const text = await readFile(path.resolve(cwd, file), 'utf8').catch((error: unknown) => {
        throw new ConfigError(`The manifest ${file} of ${client} cannot be read.`, { cause: error });
      });
      return { client, version: UNRELEASED, operations: operationsOf(text, file) };
    }),
  );
}
