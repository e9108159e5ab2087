import { DAY } from '../../../platform/kernel/clock';
import { hashOf } from '../../store/versions';
import { startRepository, USERS, type Repository } from './repository';

let repository: Repository;
const withoutName = USERS.replace(/"""What others call them\."""\s+name: String/, '');
const CHANGE = 'FIELD_REMOVED User.name';

/** Somebody asks for the name, and the proposal is without it. */
beforeEach(async () => {
  repository = startRepository();
  await repository.ran('publish');
  const day = (await repository.store.now()).toISOString().slice(0, 10);
  const use = { coordinate: 'User.name', client: 'app', clientVersion: '1', count: 3 };
  await repository.store.record({ id: 'one', day, uses: [use] });
  repository.write('users.graphql', withoutName);
});
afterEach(() => repository.remove());

const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const approve = (...more: string[]) =>
  repository.ran('approve', CHANGE, '--by', 'ben', '--reason', 'The app is gone.', '--expires', '14d', ...more);

test('given an approval, then what it names may land, for this schema and no other', async () => {
  expect(await repository.ran('check')).toMatchObject({ exit: 1 });
  const { exit, out } = await approve();
  expect(exit).toBe(0);
  expect(out).toContain(`ben approves ${CHANGE} until`);
  expect(await repository.store.approvals()).toMatchObject([
    { change: CHANGE, schema: hashOf(withoutName), reason: 'The app is gone.', approved: { by: 'ben' } },
  ]);
  repository.write('users.graphql', `${withoutName}\n# another`);
  expect(await repository.ran('publish')).toMatchObject({ exit: 1 });
  repository.write('users.graphql', withoutName);
  expect(await repository.ran('publish')).toMatchObject({ exit: 0 });
  expect((await repository.ran('history')).out).toContain('The app is gone.');
});

test.each<[string, string[], RegExp]>([
  ['no reason', ['--by', 'ben', '--expires', '14d'], /--reason is needed/],
  ['a blank reason', ['--by', 'ben', '--expires', '14d', '--reason', ' '], /--reason is empty/],
  ['no name', ['--reason', 'Gone.', '--expires', '14d'], /--by is needed/],
  ['no expiry', ['--by', 'ben', '--reason', 'Gone.'], /--expires is needed/],
  ['an expiry that is no time', ['--by', 'ben', '--reason', 'Gone.', '--expires', 'soon'], /--expires must be a date/],
  ['an expiry in the past', ['--by', 'ben', '--reason', 'Gone.', '--expires', inDays(-2)], /--expires is over/],
  ['an expiry of now', ['--by', 'ben', '--reason', 'Gone.', '--expires', '0d'], /--expires is over/],
  ['an expiry too far away', ['--by', 'ben', '--reason', 'Gone.', '--expires', inDays(92)], /90 days away at most/],
])('given %s, then nothing is approved', async (_, argv, said) => {
  const { exit, err } = await repository.ran('approve', CHANGE, ...argv);
  expect(exit).toBe(64);
  expect(err).toMatch(said);
  expect(await repository.store.approvals()).toEqual([]);
});

test('given a change that the check does not find, then it lists those it finds', async () => {
  const { exit, err } = await repository.ran(
    'approve',
    'FIELD_REMOVED User.id',
    '--by',
    'ben',
    '--reason',
    'Gone.',
    '--expires',
    '14d',
  );
  expect(exit).toBe(64);
  expect(err).toContain(`The check does not find "FIELD_REMOVED User.id". To be approved are:\n  ${CHANGE}\n`);
});

test('given a change without its quotation marks, then it says so', async () => {
  const { exit, err } = await repository.ran(
    'approve',
    ...CHANGE.split(' '),
    '--by',
    'ben',
    '--reason',
    'Gone.',
    '--expires',
    '14d',
  );
  expect(exit).toBe(64);
  expect(err).toContain(`Put the change in quotation marks: "${CHANGE}"`);
});

test('given a whole subgraph that is taken out, then that may be approved, and counts until it is there again', async () => {
  const config = 'subgraphs:\n  users:\n    routing_url: http://users/graphql\n    schema: { file: ./users.graphql }\n';
  repository.write('users.graphql', USERS);
  repository.write('tips.graphql', 'type Query {\n  "What to buy."\n  tip: String\n}');
  const tips = '  tips:\n    routing_url: http://tips/graphql\n    schema: { file: ./tips.graphql }\n';
  repository.write('supergraph.yaml', `${config}${tips}`);
  expect((await repository.ran('publish')).out).toContain('Release 2');
  const use = { coordinate: 'Query.tip', client: 'app', clientVersion: '1', count: 3 };
  const day = (await repository.store.now()).toISOString().slice(0, 10);
  await repository.store.record({ id: 'two', day, uses: [use] });

  repository.write('supergraph.yaml', config);
  expect(await repository.ran('publish')).toMatchObject({ exit: 1 });
  const approval = ['--by', 'ben', '--reason', 'Nobody follows them.', '--expires', '14d'];
  const { exit, out } = await repository.ran('approve', 'FIELD_REMOVED Query.tip', ...approval);
  expect(exit).toBe(0);
  expect(out).toContain('of tips and no other');
  repository.write('supergraph.yaml', `${config}${tips}`);
  repository.write('tips.graphql', 'type Query {\n  "What not to buy."\n  warning: String\n}');
  expect(await repository.ran('publish')).toMatchObject({ exit: 1 });
  repository.write('supergraph.yaml', config);
  expect(await repository.ran('publish')).toMatchObject({ exit: 0 });
});

test('given an approval that is over by the clock of the store, then it counts for nothing', async () => {
  const now = await repository.store.now();
  const approval = { change: CHANGE, schema: hashOf(withoutName), reason: 'Gone.', approved: { by: 'ben' } };
  await repository.store.approve({ ...approval, expiresAt: new Date(now.getTime() - 1).toISOString() });
  expect(await repository.ran('publish')).toMatchObject({ exit: 1 });
  expect((await approve()).exit).toBe(0);
  expect(await repository.ran('publish')).toMatchObject({ exit: 0 });
});
