import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, missing, told } from './errors';
import { turns } from './turns';
import { sweep, UNFINISHED } from './unfinished';

/** A process may have no more than some hundred files open, and batches of usage are thousands. */
const OPEN_FILES = 64;
const EXISTS = /^(EEXIST|ENOTEMPTY)$/;
const ABSENT = /^(ENOENT|ENOTDIR)$/;

/** Files below one folder. What is created is on the disk whole, or is not there; of two that create the same one wins. */
export type Files = {
  readonly root: string;
  /** Names in a folder, sorted; none where there is no such folder. */
  names(folder: string): Promise<readonly string[]>;
  /** Null where there is none. */
  read(file: string): Promise<string | null>;
  /** False where there is one already. */
  create(file: string, text: string): Promise<boolean>;
  /** A folder with its files. False where there is one already that is not empty. */
  createFolder(folder: string, files: Readonly<Record<string, string>>): Promise<boolean>;
  /** False where there is none. */
  remove(fileOrFolder: string): Promise<boolean>;
};

async function writeThrough(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A name is on the disk once its folder is. Windows opens no folders, and needs not to. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const unless = (expected: RegExp) => (error: unknown) => {
  if (expected.test(codeOf(error))) return false;
  throw error;
};

export function filesBelow(root: string): Files {
  const inTurn = turns(OPEN_FILES);
  const at = (...names: string[]) => path.join(root, ...names);
  const isThere = async (): Promise<boolean> => stat(root).then((found) => found.isDirectory(), unless(ABSENT));

  /** Absent may be the file, which is an answer, or the whole registry, which is not. */
  const orAbsent =
    <T>(absent: T) =>
    async (error: unknown): Promise<T> => {
      if (ABSENT.test(codeOf(error)) && (await isThere())) return absent;
      throw ABSENT.test(codeOf(error)) ? missing(root) : told(error, root);
    };

  /** Makes something aside, and then gives it its name in one step. */
  async function place(name: string, make: (aside: string) => Promise<void>, settle: typeof rename): Promise<boolean> {
    if (!(await isThere())) throw missing(root);
    const aside = at(`${UNFINISHED}${randomUUID()}`);
    try {
      await sweep(root);
      await make(aside);
      await mkdir(path.dirname(at(name)), { recursive: true });
      const isNew = await settle(aside, at(name)).then(() => true, unless(EXISTS));
      if (isNew) await syncFolder(path.dirname(at(name)));
      return isNew;
    } catch (error) {
      throw told(error, root);
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
  }

  return {
    root,
    names: (folder) => readdir(at(folder)).then((names) => names.toSorted(), orAbsent<readonly string[]>([])),
    read: (file) => inTurn(() => readFile(at(file), 'utf8')).catch(orAbsent(null)),
    create: (file, text) => place(file, (aside) => writeThrough(aside, text), link),
    createFolder: (folder, files) =>
      place(
        folder,
        async (aside) => {
          await mkdir(aside);
          for (const [name, text] of Object.entries(files)) await writeThrough(path.join(aside, name), text);
          await syncFolder(aside);
        },
        rename,
      ),
    async remove(name) {
      const aside = at(`${UNFINISHED}${randomUUID()}`);
      const isGone = await rename(at(name), aside).then(() => true, orAbsent(false));
      if (isGone) await rm(aside, { recursive: true, force: true });
      return isGone;
    },
  };
}
