import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { WrongUse } from '../commands/command';
import { MAX_SCHEMA } from '../composition/parse';

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

export const tooLarge = (file: string, bytes: number): string =>
  `${file} has ${megabytes(bytes)}; a schema may have ${megabytes(MAX_SCHEMA)}. Is it another file?`;

/** The same text, whatever system it was written on: a schema's hash is that of what it says. */
const plain = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EISDIR: 'is a folder',
  EACCES: 'may not be read',
};

/** @throws WrongUse where it cannot be read, or is too large to be a schema */
export async function readSchemaFile(cwd: string, file: string): Promise<string> {
  try {
    const where = path.resolve(cwd, file);
    const { size } = await stat(where);
    if (size > MAX_SCHEMA) throw new WrongUse(tooLarge(file, size));
    return plain(await readFile(where, 'utf8'));
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new WrongUse(`${file} ${REASONS[code] ?? `cannot be read: ${message}`}.`, { cause: error });
  }
}

/** @throws WrongUse where it is too large to be a schema */
export async function readAll(input: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_SCHEMA) throw new WrongUse(tooLarge('What comes on stdin', size));
    chunks.push(bytes);
  }
  return plain(Buffer.concat(chunks).toString('utf8'));
}
