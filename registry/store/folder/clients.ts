import type { ClientRelease } from '../store';
import { isClientRelease } from '../shapes';
import { differs, takenRelease, unknownRelease } from '../clients';
import { broken } from './errors';
import type { Files } from './files';
import { createJson, fileName, readJson } from './json';

const MEND = 'Restore it from version control, or delete it and register that client release again.';
const fileOf = (client: string, version: string) => `clients/${fileName(client)}/${fileName(version)}.json`;

async function readClient(files: Files, file: string): Promise<ClientRelease | null> {
  const release = await readJson<ClientRelease>(files, file, isClientRelease, MEND);
  if (release && fileOf(release.client, release.version) !== file)
    throw broken(`${files.root}/${file}`, 'is not the client release that its name says', MEND);
  return release;
}

export async function readClients(files: Files): Promise<readonly ClientRelease[]> {
  const clients = await files.names('clients');
  const paths = await Promise.all(
    clients.map(async (client) => {
      const names = await files.names(`clients/${client}`);
      return names.filter((name) => name.endsWith('.json')).map((name) => `clients/${client}/${name}`);
    }),
  );
  const found = await Promise.all(paths.flat().map((file) => readClient(files, file)));
  return found.filter((release) => release !== null);
}

export async function writeClient(files: Files, release: ClientRelease): Promise<void> {
  const file = fileOf(release.client, release.version);
  if (await createJson<ClientRelease>(files, file, isClientRelease, release)) return;
  const known = await readClient(files, file);
  if (known && differs(known.operations, release.operations)) throw takenRelease(release);
}

export async function removeClient(files: Files, client: string, version: string): Promise<void> {
  if (!(await files.remove(fileOf(client, version)))) throw unknownRelease(client, version);
}
