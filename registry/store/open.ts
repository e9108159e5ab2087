import path from 'node:path';
import { openFolderStore } from './folder';
import type { Store } from './store';

/** The registry's folder in a repository, from where its commands are run. */
const FOLDER = 'registry/published';

/** Opens the store that the environment names; a folder of the repository where it names none. */
export async function openStore(env: Readonly<Record<string, string | undefined>>): Promise<Store> {
  const { REGISTRY_FOLDER: folder } = env;
  return openFolderStore(path.normalize(folder?.trim() || FOLDER));
}
