import { statSync } from 'node:fs';
import path from 'node:path';
import type { Proposal } from '../check';
import { OperationsError } from '../operations/operation';
import { readDocuments, readManifestFile } from '../operations/read';
import type { Settings } from './settings';
import { ConfigError } from './supergraphConfig';

/** What operations belong to that have no release yet. */
const UNRELEASED = 'unreleased';

const isManifest = (cwd: string, file: string): boolean =>
  file.endsWith('.json') || !statSync(path.resolve(cwd, file), { throwIfNoEntry: false });

/** The operations of every manifest, or folder of documents, that the settings name. @throws ConfigError */
export function readManifests({ manifests }: Settings, cwd: string): NonNullable<Proposal['operations']> {
  try {
    return Object.entries(manifests).map(([client, file]) => ({
      client,
      version: UNRELEASED,
      operations: isManifest(cwd, file) ? readManifestFile(cwd, file) : readDocuments(cwd, [file]),
    }));
  } catch (error) {
    throw error instanceof OperationsError ? new ConfigError(error.message, { cause: error }) : error;
  }
}
