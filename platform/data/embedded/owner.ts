import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseStartError } from './errors';
import { findProcess } from './processes';

/** The right of this process to use a data directory. */
type Ownership = { release: () => void };

type Claim = { file: string; turn: number; pid: number; started: string };

const CLAIM = /^owner\.(\d+)\.json$/;

/**
 * Claims a data directory for this process. A dead owner is succeeded by taking the next turn, never by
 * replacing its file, so that of two processes that both find it dead only one wins.
 * Throws `DatabaseStartError` when a living process owns the directory.
 */
export function claimDirectory(directory: string): Ownership {
  for (;;) {
    const claims = readClaims(directory);
    refuseLiving(claims, directory);
    const file = takeTurn(directory, Math.max(0, ...claims.map((claim) => claim.turn)) + 1);
    if (!file) continue;
    const ownership = { release: () => rmSync(file, { force: true }) };
    const others = readClaims(directory).filter((claim) => claim.file !== file);
    try {
      refuseLiving(others, directory);
    } catch (error) {
      ownership.release();
      throw error;
    }
    for (const other of others) rmSync(other.file, { force: true });
    return ownership;
  }
}

/** The claim file if the turn became ours, nothing if another process was first. */
function takeTurn(directory: string, turn: number): string | undefined {
  const file = join(directory, `owner.${turn}.json`);
  const draft = join(directory, `owner.draft-${process.pid}`);
  const started = findProcess(process.pid)?.started;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, started }));
  try {
    // A link appears whole and only once, where a write would show an empty file first.
    linkSync(draft, file);
    return file;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readClaims(directory: string): Claim[] {
  return readdirSync(directory).flatMap((name) => {
    const turn = CLAIM.exec(name)?.[1];
    return turn ? readClaim(join(directory, name), Number(turn)) : [];
  });
}

function readClaim(file: string, turn: number): Claim[] {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8'));
    return [{ file, turn, pid, started }];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    // A crash of the computer can leave an empty file.
    if (error instanceof SyntaxError) return [{ file, turn, pid: 0, started: '' }];
    throw error;
  }
}

function refuseLiving(claims: Claim[], directory: string) {
  const living = claims.find((claim) => claim.pid > 0 && findProcess(claim.pid)?.started === claim.started);
  if (!living) return;
  throw new DatabaseStartError(
    `Another Agora is already running on ${directory} (process ${living.pid}). ` +
      `Use that one, stop it with "kill ${living.pid}", or start this one with another data directory.`,
  );
}
