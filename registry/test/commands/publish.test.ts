import { rmSync } from 'node:fs';
import path from 'node:path';
import { openFolderStore } from '../../store/folder';
import type { Store } from '../../store/store';
import { startRepository, USERS, type Repository } from './repository';

let repository: Repository;
beforeEach(() => void (repository = startRepository()));
afterEach(() => repository.remove());

type Json = { exit: number; published: boolean; already?: boolean; release: { number: number; version: string } };
async function json(...argv: string[]): Promise<Json> {
  const { exit, out } = await repository.ran(...argv, '--json');
  return { ...(JSON.parse(out) as Json), exit };
}
const withPhone = USERS.replace('"""Where they', '"""How they are called."""\n    phone: String\n    """Where they');
const withoutName = USERS.replace(/"""What others call them\."""\s+name: String/, '');

test('given a graph, when it is published for the first time, then it is release 1', async () => {
  const { exit, out } = await repository.ran('publish');
  expect(exit).toBe(0);
  expect(out).toMatch(/Release 1 is live: version [0-9a-f]{16}/);
  const live = await repository.store.live();
  expect(live).toMatchObject({ number: 1, kind: 'publish', published: { by: 'ada', commit: 'c0ffee00c0ffee00' } });
  const version = await repository.store.version(String(live?.version));
  expect(version?.subgraphs).toEqual([{ name: 'users', url: 'http://users/graphql', sdl: USERS }]);
  expect(version?.supergraph).toContain('join__Graph');
});

test('given what is live, then it says so, and nothing is released', async () => {
  await repository.ran('publish');
  expect(await json('publish')).toMatchObject({ exit: 0, published: false, already: true, release: { number: 1 } });
  expect(await repository.store.live()).toMatchObject({ number: 1 });
});

test('given a safe change, then it is the next release, and the history says what changed', async () => {
  await repository.ran('publish');
  repository.write('users.graphql', withPhone);
  expect(await json('publish')).toMatchObject({ exit: 0, published: true, release: { number: 2 } });
  const [latest] = await repository.store.history(1);
  expect(latest?.changes).toEqual(["Field 'phone' was added to object type 'User'."]);
});

test('given a change that breaks a client, then it is not published, and ends as the check does', async () => {
  await repository.ran('publish');
  repository.write('a.graphql', 'query Name { me { name } }');
  await repository.ran('operations', 'push', 'app', '--client-version', '1', '--documents', 'a.graphql');
  repository.write('users.graphql', withoutName);
  const { exit, out } = await repository.ran('publish');
  expect(exit).toBe(4);
  expect(out).toContain('Nothing was published.');
  expect((await repository.ran('check')).exit).toBe(4);
  expect(await repository.store.live()).toMatchObject({ number: 1 });
});

test('given what does not compose, then it is neither pushed nor published', async () => {
  repository.write('users.graphql', 'type Query { me: Nobody }');
  expect(await repository.ran('push')).toMatchObject({ exit: 2 });
  const { exit, out } = await repository.ran('publish');
  expect(exit).toBe(2);
  expect(out).toContain('Nobody');
  expect(await repository.store.live()).toBeNull();
});

test('given a version that was pushed, when it is published by its id, then it is live', async () => {
  const pushed = await repository.ran('push');
  expect(pushed.exit).toBe(0);
  const [id = ''] = /[0-9a-f]{16}/.exec(pushed.out) ?? [];
  expect(await repository.store.live()).toBeNull();
  expect((await repository.ran('push')).out).toContain(`The registry has this version already: ${id}`);
  expect(await json('publish', id)).toMatchObject({ exit: 0, published: true, release: { number: 1, version: id } });
});

test('given a version that was pushed and breaks somebody by now, then it is not published', async () => {
  await repository.ran('publish');
  repository.write('users.graphql', withoutName);
  const [id = ''] = /[0-9a-f]{16}/.exec((await repository.ran('push')).out) ?? [];
  repository.write('a.graphql', 'query Name { me { name } }');
  await repository.ran('operations', 'push', 'app', '--client-version', '1', '--documents', 'a.graphql');
  expect(await repository.ran('publish', id)).toMatchObject({ exit: 4 });
});

test.each([
  [['publish', '0123456789abcdef'], /There is no version 0123456789abcdef/],
  [['publish', 'a', 'b'], /b is not understood/],
  [['publish', '0123456789abcdef', '--config', 'supergraph.yaml'], /leave out --config/],
  [['push', 'users'], /users is not understood/],
  [['push', '--by', ''], /--by is empty/],
])('given %j, then it is wrong use', async (argv, said) => {
  const { exit, err } = await repository.ran(...argv);
  expect(exit).toBe(64);
  expect(err).toMatch(said);
});

test('given that somebody else publishes while it is checked, then one is told to check again', async () => {
  await repository.ran('publish');
  repository.write('users.graphql', withPhone);
  const { store } = repository;
  const slow: Store = {
    ...store,
    async push(version) {
      repository.write('users.graphql', withPhone.replaceAll('phone', 'telephone'));
      await repository.ran('publish', '--by', 'ben');
      await store.push(version);
    },
  };
  const { exit, err } = await repository.ranOver(slow, ['publish']);
  expect(exit).toBe(1);
  expect(err).toContain('Somebody else has published after release 1. Check again');
  expect(await store.history(10)).toMatchObject([{ number: 2, published: { by: 'ben' } }, { number: 1 }]);
});

test('given a registry that is gone, then it ends with 5', async () => {
  rmSync(path.join(repository.cwd, 'registry'), { recursive: true });
  const { exit, err } = await repository.ran('publish');
  expect(exit).toBe(5);
  expect(err).toContain('There is no registry in the folder');
});

test('given a process that dies after it has pushed, then publishing again ends it', async () => {
  await repository.ran('push');
  const again = openFolderStore(path.join(repository.cwd, 'registry'));
  expect(await again.live()).toBeNull();
  expect(await json('publish')).toMatchObject({ exit: 0, published: true, release: { number: 1 } });
});
