import { execFileSync } from 'node:child_process';
import { authorOf } from '../../commands/author';
import type { Ground } from '../../commands/command';
import { startRepository, type Repository } from './repository';

let repository: Repository;
beforeEach(() => void (repository = startRepository()));
afterEach(() => repository.remove());

const parsed = (values: Record<string, string> = {}) => ({ values, positionals: [], json: false });
const author = (values: Record<string, string>, env: NodeJS.ProcessEnv) =>
  authorOf(parsed(values), { env, cwd: repository.cwd } as Ground);

const git = (...args: string[]) => execFileSync('git', args, { cwd: repository.cwd, encoding: 'utf8' }).trim();

test('given a repository, then the author is its user, for the commit that is checked out', async () => {
  git('init', '--quiet');
  git('config', 'user.name', 'A Developer');
  git('config', 'user.email', 'developer@example.com');
  git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '--allow-empty', '-m', 'begin');
  expect(await author({}, {})).toEqual({ by: 'A Developer', commit: git('rev-parse', 'HEAD') });
});

test('given a workflow, then it is who runs it; given options, then it is what they say', async () => {
  const env = { GITHUB_ACTOR: 'developer', GITHUB_SHA: 'c0ffee' };
  expect(await author({}, env)).toEqual({ by: 'developer', commit: 'c0ffee' });
  expect(await author({ by: ' Ada ', commit: 'beef' }, env)).toEqual({ by: 'Ada', commit: 'beef' });
});

test('given no repository, then there is no commit, and somebody still', async () => {
  const { by, commit } = await author({}, {});
  expect(by).not.toBe('');
  expect(commit).toBeUndefined();
});

test('given a blank name, then it is wrong use', async () => {
  await expect(author({ by: ' ' }, {})).rejects.toThrow('--by is needed');
});
