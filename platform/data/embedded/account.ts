import { existsSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseStartError } from './errors';
import type { Layout } from './layout';

/** The user Postgres runs as; without ids it runs as we do. */
export type Account = { uid?: number; gid?: number };

const NOBODY = 65534;

/**
 * Whom Postgres shall run as: us, or, because Postgres refuses to run as root, the owner of the data.
 * Throws `DatabaseStartError` when the data belong to a user that we cannot become.
 */
export function chooseAccount(layout: Layout): Account {
  const owner = statSync(existsSync(layout.cluster) ? layout.cluster : layout.directory);
  if (process.getuid?.() !== 0) {
    if (existsSync(layout.cluster)) refuseForeignOwner(layout, owner.uid);
    return {};
  }
  if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const nobody = { uid: NOBODY, gid: NOBODY };
  // A backup restored by root belongs to root.
  if (existsSync(layout.cluster)) giveTree(layout.cluster, nobody);
  return nobody;
}

/** Whether the account can open `path`: every folder above it lets it pass and the last step can be read. */
export function canReach(account: Account, path: string): boolean {
  if (account.uid === undefined) return true;
  for (let step = path; ; step = dirname(step)) {
    const need = step === path ? 0o5 : 0o1;
    if ((permission(account, step) & need) !== need) return false;
    if (step === dirname(step)) return true;
  }
}

/** Makes the account the owner of one file or folder, never of what a link points to. */
export function give(path: string, account: Account) {
  if (account.uid !== undefined && account.gid !== undefined) lchownSync(path, account.uid, account.gid);
}

function giveTree(root: string, { uid, gid }: Required<Account>) {
  for (const entry of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(root, entry), uid, gid);
  }
  lchownSync(root, uid, gid);
}

function permission(account: Account, path: string) {
  const { uid, gid, mode } = statSync(path);
  if (uid === account.uid) return (mode >> 6) & 0o7;
  return gid === account.gid ? (mode >> 3) & 0o7 : mode & 0o7;
}

function refuseForeignOwner(layout: Layout, uid: number) {
  if (uid === process.getuid?.()) return;
  throw new DatabaseStartError(
    `The data in ${layout.directory} belong to the user with id ${uid}, but Agora was started by ` +
      `${process.getuid?.()}. Start it as that user (or as root), or choose another data directory.`,
  );
}
