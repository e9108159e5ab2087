import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import type { Author } from '../store/store';
import { textOf, WrongUse, type Ground, type Option, type Parsed } from './command';

export const AUTHOR_OPTIONS: Readonly<Record<string, Option>> = {
  by: {
    type: 'string',
    value: 'NAME',
    meaning: 'Who does it; who runs the workflow, git’s user or yours if not given.',
  },
  commit: { type: 'string', value: 'SHA', meaning: 'For which commit; the one that is checked out if not given.' },
};

/** What git answers here; undefined where it does not. */
async function git(cwd: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', args, { cwd, timeout: 5000 });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

function ownName(): string | undefined {
  try {
    return userInfo().username || undefined;
  } catch {
    return undefined;
  }
}

/** Who changes something. @throws WrongUse where nobody can be named */
export async function authorOf(parsed: Parsed, { env, cwd }: Ground): Promise<Author> {
  const by =
    textOf(parsed, 'by') ?? (env.GITHUB_ACTOR || undefined) ?? (await git(cwd, 'config', 'user.name')) ?? ownName();
  if (by === undefined || by.trim() === '') throw new WrongUse('--by is needed: who does this?');
  const commit = textOf(parsed, 'commit') ?? (env.GITHUB_SHA || undefined) ?? (await git(cwd, 'rev-parse', 'HEAD'));
  return { by: by.trim(), ...(commit !== undefined && { commit }) };
}
