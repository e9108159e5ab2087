import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startRepository, USERS, type Repository } from './repository';

let repository: Repository;
beforeEach(async () => {
  repository = startRepository();
  await repository.publish();
});
afterEach(() => repository.remove());

/** The repository's own schema, or one that an option names. */
const propose = (sdl: string | Buffer) => writeFileSync(path.join(repository.cwd, 'proposed.graphql'), sdl);
const checkProposed = (...more: string[]) =>
  repository.ran('check', '--subgraph', 'users', '--schema', 'proposed.graphql', ...more);

const renamed = USERS.replace('name: String', 'fullName: String');

test('given what is live, then it may land, and the next step is said', async () => {
  const { exit, out } = await repository.ran('check');
  expect(out).toBe('0 errors, 0 warnings, 0 notices: it may land (0)\nNext: npm run registry -- publish\n');
  expect(exit).toBe(0);
});

test('given a schema with a mark of byte order and lines of another system, then it may land', async () => {
  propose(`\uFEFF${USERS.replaceAll('\n', '\r\n')}`);
  const { exit, out } = await checkProposed();
  expect(out).toContain('0 errors, 0 warnings, 0 notices');
  expect(exit).toBe(0);
});

test.each([
  ['is empty', '', 2, 'The schema of users is empty.'],
  ['holds comments alone', '# Nothing\n\n', 2, 'The schema of users is empty.'],
  ['is no SDL', 'type Query {\n  me: \n}', 2, 'proposed.graphql:3:1'],
  ['is an operation', `${USERS}\nquery Me { me { id } }`, 2, 'holds an operation or a fragment'],
  ['holds NUL bytes', Buffer.from(USERS, 'utf16le'), 2, 'holds NUL bytes'],
  ['has 5 MB', `${USERS}\n${'#'.repeat(5_000_000)}`, 64, 'proposed.graphql has 5.0 MB; a schema may have 4.0 MB.'],
  ['is JSON', '{"data":{"__schema":{}}}', 2, 'is not SDL'],
])('given a file that %s, then it says so', async (_, content, exit, sentence) => {
  propose(content);
  const ran = await checkProposed();
  expect(`${ran.out}${ran.err}`).toContain(sentence);
  expect(ran.exit).toBe(exit);
});

test.each([
  [['--subgraph', 'users', '--schema', 'nowhere.graphql'], 'nowhere.graphql is not there.'],
  [['--subgraph', 'users', '--schema', '.'], '. is a folder.'],
  [['--subgraph', 'users'], '--schema is needed'],
  [['--schema', 'users.graphql'], '--subgraph is needed'],
  [['--subgraph', 'us ers', '--schema', 'users.graphql'], 'is no name for a subgraph'],
  [['--subgraph', 'reviews', '--schema', 'users.graphql'], 'reviews is new to the graph. Say with --url'],
  [['--subgraph', 'users', '--schema', 'users.graphql', '--url', 'elsewhere'], 'is no address of HTTP'],
  [['--config', 'other.yaml'], 'other.yaml is not there.'],
  [['--config', 'users.graphql'], 'users.graphql'],
  [['users'], 'users is not understood here.'],
])('given the wrong use %j, then it ends with 64 and a sentence', async (argv, sentence) => {
  const { exit, err } = await repository.ran('check', ...argv);
  expect(err).toContain(sentence);
  expect(exit).toBe(64);
});

test('given a subgraph that is served from elsewhere, then it may have taken the name of another, unless --url says so', async () => {
  const config = readFileSync(path.join(repository.cwd, 'supergraph.yaml'), 'utf8');
  repository.write('theirs.yaml', config.replace('http://users/graphql', 'http://theirs/graphql'));
  const refused = await repository.ran('check', '--config', 'theirs.yaml');
  expect(refused.out).toContain('users is served from http://users/graphql, and this one from http://theirs/graphql');
  expect(refused.exit).toBe(1);
  propose(USERS);
  expect(await checkProposed('--url', 'http://theirs/graphql')).toMatchObject({ exit: 0 });
});

test('given a repository of one team, without a supergraph.yaml, then the rest of the graph is what is live', async () => {
  const { store } = repository;
  repository.write(
    'reviews.graphql',
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated"])\n"""Somebody."""\ntype User @key(fields: "id") {\n  """Never changes."""\n  id: ID!\n  """How many they wrote."""\n  reviews: Int!\n}\n',
  );
  rmSync(path.join(repository.cwd, 'supergraph.yaml'));
  const { exit, out } = await repository.ran(
    'check',
    '--subgraph',
    'reviews',
    '--schema',
    'reviews.graphql',
    '--url',
    'http://reviews',
  );
  expect(out).toContain('The subgraph reviews is new');
  expect(out).toContain("Field 'reviews' was added to object type 'User'.");
  expect(exit).toBe(0);
  expect(await store.live()).toMatchObject({ number: 1 });
});

test('given a new problem of lint and an old one, then the new one alone is an error, and lint tells both', async () => {
  repository.write('users.graphql', USERS.replace('"""Never changes."""', ''));
  await repository.publish();
  propose(USERS.replace('"""Never changes."""', '').replace('"""What others call them."""', ''));
  const { exit, out } = await checkProposed();
  expect(exit).toBe(3);
  expect(out).toContain('User.name has no description.');
  expect(out).not.toContain('User.id has no description.');
  const linted = await repository.ran('lint', '--subgraph', 'users', '--schema', 'proposed.graphql', '--json');
  expect(linted.exit).toBe(3);
  const { findings } = JSON.parse(linted.out) as { findings: { coordinate: string; code: string }[] };
  expect(findings.filter(({ code }) => code === 'lint/described').map(({ coordinate }) => coordinate)).toEqual([
    'User.id',
    'User.name',
  ]);
});

test('given a program that reads the answer, then it is one document with all that was found', async () => {
  propose(renamed);
  const { exit, out } = await checkProposed('--json');
  expect(exit).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    exit: 1,
    errors: 1,
    against: 1,
    changes: ["Field 'name' was removed from object type 'User'.", "Field 'fullName' was added to object type 'User'."],
    findings: expect.arrayContaining([
      expect.objectContaining({
        change: 'FIELD_REMOVED User.name',
        place: { file: 'proposed.graphql', line: 11, column: 8 },
      }),
    ]),
  });
});

test('given an approval of this schema, then it may land until the day; of another schema or after it, it counts for nothing', async () => {
  const { store } = repository;
  propose(renamed);
  const { findings } = JSON.parse((await checkProposed('--json')).out) as {
    findings: { change?: string; schema: string }[];
  };
  const { change = '', schema } = findings.find((each) => each.change !== undefined)!;
  const approval = { change, reason: 'Nobody reads it.', approved: { by: 'ben' } };

  await store.approve({ ...approval, schema: 'another', expiresAt: '2999-01-01T00:00:00Z' });
  expect(await checkProposed()).toMatchObject({
    exit: 1,
    out: expect.stringContaining('is for another schema (another'),
  });
  await store.approve({ ...approval, schema, expiresAt: '2020-01-01T00:00:00Z' });
  expect(await checkProposed()).toMatchObject({ exit: 1, out: expect.stringContaining('expired at 2020-01-01') });
  await store.approve({ ...approval, schema, expiresAt: '2999-01-01T00:00:00Z' });
  expect(await checkProposed()).toMatchObject({ exit: 0, out: expect.stringContaining('ben has approved it') });
});

test('given files to write, then they hold a summary and SARIF', async () => {
  propose(renamed);
  await checkProposed('--markdown', 'summary.md', '--sarif', 'check.sarif');
  const read = (file: string) => readFileSync(path.join(repository.cwd, file), 'utf8');
  expect(read('summary.md')).toContain('| `FIELD_REMOVED`<br>`User.name`<br>in public | `proposed.graphql:11:8` |');
  expect(JSON.parse(read('check.sarif'))).toMatchObject({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'agora-registry' } } }],
  });
});

test('given GitHub, then the findings are annotations of their lines', async () => {
  propose(renamed);
  const { out } = await checkProposed('--github');
  expect(out).toContain(
    "::error file=proposed.graphql,line=11,col=8,title=FIELD_REMOVED User.name::Field 'name' was removed",
  );
});
