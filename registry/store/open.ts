import path from 'node:path';
import { openFolderStore } from './folder';
import { StoreUnreachableError, type Store } from './store';

/** The registry's folder in a repository, from where its commands are run. */
const FOLDER = 'registry/published';

async function openDatabase(url: string): Promise<Store> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new StoreUnreachableError('REGISTRY_DATABASE_URL must look like postgres://user:password@host/database.');
  // A folder needs no driver, and starts without it.
  const { openPostgresStore } = await import('./postgres');
  return openPostgresStore(url);
}

async function openService(url: string, token: string | undefined): Promise<Store> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new StoreUnreachableError('REGISTRY_URL must look like https://registry.example.com.');
  if (token === undefined)
    throw new StoreUnreachableError(
      `The registry at ${url} wants a token: set REGISTRY_TOKEN. Who runs it makes one: npm run registry -- tokens create NAME --rights check`,
    );
  const { openRemoteStore } = await import('./remote');
  return openRemoteStore({ url, token });
}

/** Opens the store that the environment names; a folder of the repository where it names none. */
export async function openStore(env: Readonly<Record<string, string | undefined>>): Promise<Store> {
  const given = (name: string) => env[name]?.trim() || undefined;
  const service = given('REGISTRY_URL');
  if (service !== undefined) return openService(service, given('REGISTRY_TOKEN'));
  const database = given('REGISTRY_DATABASE_URL');
  if (database !== undefined) return openDatabase(database);
  return openFolderStore(path.normalize(given('REGISTRY_FOLDER') ?? FOLDER));
}
