import { StoreRefusal } from '../store';
import { broken } from './errors';
import type { Files } from './files';

/** Names of clients, versions and batches are anybody's: what a path could take for its own is escaped. */
export const fileName = (name: string): string => encodeURIComponent(name).replace(/^\./, '%2E').replaceAll('*', '%2A');

export const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * @returns false where there is such a file already
 * @throws StoreRefusal for what could not be read again
 */
export async function createJson<T>(
  files: Files,
  file: string,
  is: (value: unknown) => value is T,
  value: T,
): Promise<boolean> {
  if (!is(value)) throw new StoreRefusal(`${file} was not written: something in it is empty, or not of its kind.`);
  return files.create(file, written(value));
}

/**
 * Reads a file of JSON; null where there is none.
 * @param mend what a person does when it cannot be trusted
 * @throws StoreRefusal when it is not whole, or does not hold what it should
 */
export async function readJson<T>(
  files: Files,
  file: string,
  is: (value: unknown) => value is T,
  mend: string,
): Promise<T | null> {
  const text = await files.read(file);
  if (text === null) return null;
  const shown = `${files.root}/${file}`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw broken(shown, `is no whole JSON: ${(error as Error).message}`, mend);
  }
  if (!is(value)) throw broken(shown, 'does not hold what it should', mend);
  return value;
}
