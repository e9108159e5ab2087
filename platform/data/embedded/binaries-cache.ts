import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseStartError } from './errors';

/**
 * A readable copy of the package at `home`, made once per version. It appears by a rename, so nobody ever
 * sees half of it. Throws `DatabaseStartError` when no cache folder can be used.
 */
export function copyOnce(home: string, complete: (copy: string) => boolean, roots = usualRoots()): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const failures: string[] = [];
  for (const root of roots) {
    const place = join(root, `agora-postgres-${version}`);
    try {
      if (!isOurs(place)) publish(home, place, complete);
      if (isOurs(place)) return place;
      failures.push(`${place} belongs to somebody else`);
    } catch (error) {
      failures.push(String(error));
    }
  }
  throw new DatabaseStartError(
    `The Postgres programs have to be copied to a readable place, but none of ${roots.join(', ')} takes them. ` +
      `Make one of them writable, or set DATABASE_URL.\n  ${failures.join('\n  ')}`,
  );
}

/** A cache folder proper comes first: temporary folders are swept file by file. */
function usualRoots() {
  const isRoot = process.getuid?.() === 0;
  return [isRoot ? '/var/cache' : join(homedir(), '.cache'), tmpdir()];
}

/** In a folder that everyone can write, a stranger could have put programs there for us to run. */
function isOurs(place: string) {
  const found = lstatSync(place, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

function publish(home: string, place: string, complete: (copy: string) => boolean) {
  mkdirSync(join(place, '..'), { recursive: true });
  const draft = mkdtempSync(`${place}-`);
  try {
    cpSync(join(home, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    complete(draft);
    makeReadable(draft);
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process may have been first.
    if (!isOurs(place)) throw error;
  }
}

function makeReadable(root: string) {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(path, readableMode(path));
  }
  chmodSync(root, 0o755);
}

function readableMode(path: string) {
  return lstatSync(path).mode & 0o100 ? 0o755 : 0o644;
}
