import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, canReach, give } from './account';
import type { Binaries } from './binaries';
import { DatabaseStartError, startError } from './errors';
import type { Layout } from './layout';
import { run } from './run';

const UNFINISHED = 'cluster.unfinished-';

/** The name of the superuser of an embedded cluster. */
export const SUPERUSER = 'postgres';
/** The database that Agora uses. */
export const DATABASE = 'agora';

/**
 * Creates the cluster with the empty database `agora`. It is built aside and renamed when complete, so a
 * creation that was interrupted begins again from nothing. Throws `DatabaseStartError`.
 */
export async function createCluster(layout: Layout, binaries: Binaries, account: Account): Promise<void> {
  removeUnfinished(layout);
  const draft = mkdtempSync(join(layout.directory, UNFINISHED));
  try {
    give(draft, account);
    writePassword(layout, account);
    await initialise(draft, layout, binaries, account);
    await createDatabase(draft, layout, binaries, account);
    renameSync(draft, layout.cluster);
    flush(layout.directory);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

/** The superuser's password. Throws `DatabaseStartError` when its file is gone. */
export function readPassword(layout: Layout): string {
  if (existsSync(layout.password)) return readFileSync(layout.password, 'utf8').trim();
  throw new DatabaseStartError(
    `The password file ${layout.password} is missing, and without it nobody can sign in to the data beside it. ` +
      'Put it back, or choose another data directory to begin with an empty shop.',
  );
}

/** How a process that works in `cluster` names it: by its path, or, where it cannot walk there, as "here". */
export function dataPath(cluster: string, account: Account): string {
  if (canReach(account, cluster)) return cluster;
  if (existsSync('/proc/self/cwd')) return '/proc/self/cwd';
  throw new DatabaseStartError(
    `Postgres does not run as root, and the user it runs as (id ${account.uid}) cannot enter ${cluster}. ` +
      'Choose a data directory outside of root’s home.',
  );
}

async function initialise(draft: string, layout: Layout, binaries: Binaries, account: Account) {
  const file = openSync(layout.password, 'r');
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
  const access = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', '--pwfile=/dev/fd/3'];
  const place = ['-D', dataPath(draft, account), '--no-instructions'];
  try {
    const options = [...place, ...locale, ...access];
    const { code, output } = await run({
      program: binaries.initdb,
      arguments: options,
      account,
      cwd: draft,
      file,
    });
    if (code !== 0) throw startError('The database could not be created.', layout.directory, output);
  } finally {
    closeSync(file);
  }
}

async function createDatabase(draft: string, layout: Layout, binaries: Binaries, account: Account) {
  const { code, output } = await run({
    program: binaries.postgres,
    arguments: ['--single', '-D', dataPath(draft, account), '-c', 'exit_on_error=on', 'postgres'],
    account,
    cwd: draft,
    input: `CREATE DATABASE ${DATABASE};\n`,
  });
  if (code !== 0) throw startError('The database could not be created.', layout.directory, output);
}

function writePassword(layout: Layout, account: Account) {
  rmSync(layout.password, { force: true });
  const file = openSync(layout.password, 'wx', 0o600);
  writeSync(file, `${randomBytes(24).toString('base64url')}\n`);
  fsyncSync(file);
  closeSync(file);
  give(layout.password, account);
}

function removeUnfinished(layout: Layout) {
  for (const name of readdirSync(layout.directory)) {
    if (name.startsWith(UNFINISHED)) {
      rmSync(join(layout.directory, name), { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

/** A rename survives a power cut only when its directory is written. */
function flush(directory: string) {
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
