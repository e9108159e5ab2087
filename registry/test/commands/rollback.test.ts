import { startRepository, USERS, type Repository } from './repository';

let repository: Repository;
beforeEach(async () => {
  repository = startRepository();
  await repository.publish(['The graph begins.']);
  repository.write('users.graphql', `${USERS}\nextend type User { phone: String }`);
  await repository.publish(['Field User.phone was added.'], 'ben');
});
afterEach(() => repository.remove());

test('given two releases, when one goes back, then the first is live again as a new release, with the reason', async () => {
  const { exit, out } = await repository.ran('rollback', '1', '--reason', 'Orders fail.');
  expect(exit).toBe(0);
  expect(out).toContain('Release 3 is live');
  const [third, , first] = await repository.store.history(3);
  expect(third).toMatchObject({
    number: 3,
    version: first?.version,
    kind: 'rollback',
    published: { by: 'ada' },
    changes: ['Back to what release 1 was: Orders fail.', 'Undone: Field User.phone was added.'],
  });
});

test('given a version rather than a release, then it is the same, and forward again is a rollback, too', async () => {
  const [second, first] = await repository.store.history(2);
  expect(await repository.ran('rollback', String(first?.version))).toMatchObject({ exit: 0 });
  expect(await repository.ran('rollback', '2')).toMatchObject({ exit: 0 });
  expect(await repository.store.live()).toMatchObject({
    number: 4,
    version: second?.version,
    changes: ['Back to what release 2 was.', 'Undone: release 3, a rollback.'],
  });
});

test('given what is live, then it says so, and nothing is released', async () => {
  const { exit, out } = await repository.ran('rollback', '2');
  expect(exit).toBe(0);
  expect(out).toMatch(/is live already, as release 2\. Nothing was changed/);
  expect(await repository.store.live()).toMatchObject({ number: 2 });
});

test.each([['9'], ['0123456789abcdef'], ['latest']])(
  'given the unknown %s, then it is wrong use, and the latest are listed',
  async (named) => {
    const { exit, err } = await repository.ran('rollback', named);
    expect(exit).toBe(64);
    const [second, first] = await repository.store.history(2);
    expect(err).toContain(`The latest are:\n  2  ${second?.version}\n  1  ${first?.version}`);
  },
);

test('given that what is live was damaged, then one can still go back', async () => {
  const live = await repository.store.live();
  repository.write(`registry/versions/${live?.version}/supergraph.graphql`, '');
  await expect(repository.store.live()).rejects.toThrow('was altered');
  expect(await repository.ran('rollback', '1')).toMatchObject({ exit: 0 });
  expect(await repository.store.live()).toMatchObject({ number: 3 });
});

test('given operations that came since, then it tells whose it breaks', async () => {
  repository.write('a.graphql', 'query Phone { me { phone } }');
  await repository.ran('operations', 'push', 'app', '--client-version', '1', '--documents', 'a.graphql');
  const { exit, out } = await repository.ran('rollback', '1', '--json');
  expect(exit).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ release: { number: 3 }, already: false, breaks: ['Phone of app 1'] });
});
