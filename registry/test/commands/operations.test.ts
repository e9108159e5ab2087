import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startRepository, type Repository } from './repository';

let repository: Repository;
beforeEach(async () => {
  repository = startRepository();
  await repository.publish();
});
afterEach(() => repository.remove());

const manifest = (...operations: object[]) =>
  JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
const entry = (body: string, name?: string, id = body) => ({ id, body, name, type: 'query' });
const push = (...more: string[]) => repository.ran('operations', 'push', 'app', '--client-version', '1.0', ...more);

test('given a manifest, then its operations are registered, by whom and for which commit', async () => {
  repository.write('m.json', manifest(entry('query Me { me { id } }', 'Me'), entry('query Name { me { name } }')));
  const { exit, out } = await push('--manifest', 'm.json');
  expect(exit).toBe(0);
  expect(out).toContain('Registered 2 operations of app 1.0');
  expect(await repository.store.clients()).toMatchObject([
    {
      client: 'app',
      version: '1.0',
      operations: [{ name: 'Me' }, { name: 'Name', body: 'query Name { me { name } }' }],
      registered: { by: 'ada', commit: 'c0ffee00c0ffee00' },
    },
  ]);
});

test('given documents in several files, then each operation is registered with the fragments that it uses', async () => {
  mkdirSync(path.join(repository.cwd, 'ops'));
  repository.write('ops/a.graphql', 'query A { me { ...Who } } query B { me { id } }');
  repository.write('ops/fragments.graphql', 'fragment Who on User { name }');
  expect(await push('--documents', 'ops')).toMatchObject({ exit: 0 });
  const [release] = await repository.store.clients();
  expect(release?.operations).toMatchObject([
    { name: 'A', id: expect.stringMatching(/^[0-9a-f]{64}$/), body: expect.stringContaining('fragment Who') },
    { name: 'B', body: 'query B {\n  me {\n    id\n  }\n}' },
  ]);
});

test('given the files one by one, as a shell gives them, then all are read', async () => {
  repository.write('a.graphql', 'query A { me { id } }');
  repository.write('b.graphql', 'query B { me { id } }');
  expect(await push('--documents', 'a.graphql', 'b.graphql')).toMatchObject({ exit: 0 });
  expect((await repository.store.clients())[0]?.operations).toHaveLength(2);
});

test('given an operation that the live schema does not take, then it is named with its line, and nothing is registered', async () => {
  repository.write('a.graphql', 'query Good { me { id } }\nquery Bad {\n  me { phone }\n}');
  const { exit, out } = await push('--documents', 'a.graphql');
  expect(exit).toBe(4);
  expect(out).toContain('a.graphql:3:8 Bad: Cannot query field "phone" on type "User".');
  expect(out).toContain('1 operation cannot run on release 1. Nothing was registered.');
  expect(await repository.store.clients()).toEqual([]);
});

test.each([
  ['a body that is no operation', entry('fragment F on User { id }', 'F'), /F: It holds 0 operations/],
  ['a body that is no GraphQL', entry('query {', 'Broken'), /Broken: Syntax Error/],
  ['an unknown field', entry('{ you { id } }', 'You'), /You: Cannot query field "you"/],
])('given a manifest with %s, then it is named with the reason', async (_, wrong, said) => {
  repository.write('m.json', manifest(entry('query Me { me { id } }'), wrong));
  const { exit, out } = await push('--manifest', 'm.json', '--json');
  expect(exit).toBe(4);
  const { registered, faults } = JSON.parse(out) as {
    registered: boolean;
    faults: { operation: string; message: string }[];
  };
  expect(registered).toBe(false);
  expect(faults.map(({ operation, message }) => `${operation}: ${message}`).join('\n')).toMatch(said);
  expect(await repository.store.clients()).toEqual([]);
});

test('given the same release again, then it is fine; given other operations for it, then they are refused', async () => {
  repository.write('a.graphql', 'query A { me { id } }');
  await push('--documents', 'a.graphql');
  expect(await push('--documents', 'a.graphql')).toMatchObject({ exit: 0 });
  repository.write('a.graphql', 'query A { me { name } }');
  const { exit, err } = await push('--documents', 'a.graphql');
  expect(exit).toBe(1);
  expect(err).toContain('app 1.0 is registered with other operations. Give this release another version.');
});

test.each<[string[], RegExp]>([
  [[], /Say what to do: push, list, usage, retire/],
  [['drop'], /knows push, list, usage, retire, and no drop/],
  [['push'], /whose operations/],
  [['push', 'app'], /--client-version is needed/],
  [['push', 'app', '--client-version', '1'], /--manifest FILE, or --documents FILES/],
  [['push', 'app', '--client-version', '1', '--manifest', 'none.json'], /none\.json must be a JSON file/],
  [['push', 'app', '--client-version', '1', '--manifest', 'supergraph.yaml'], /supergraph\.yaml must be a JSON file/],
  [
    ['push', 'app', '--client-version', '1', '--documents', 'supergraph.yaml'],
    /supergraph\.yaml:\d+:\d+ is no document/,
  ],
  [['push', 'app', '--client-version', '1', '--documents', 'none.graphql'], /none\.graphql cannot be read/],
  [['push', 'app', '--client-version', '1', '--documents', 'registry'], /There is no operation/],
  [['retire', 'app'], /operations retire CLIENT VERSION/],
  [['usage', '--since', '2026-02-31'], /--since must be a date/],
])('given %j, then it is wrong use', async (argv, said) => {
  const { exit, err } = await repository.ran('operations', ...argv);
  expect(exit).toBe(64);
  expect(err).toMatch(said);
});

test.each([
  ['two operations of one name', 'query A { me { id } } query A { me { name } }', /Two operations are called A/],
  ['an operation without a name', '{ me { id } }', /without a name/],
])('given documents with %s, then they are refused', async (_, text, said) => {
  repository.write('a.graphql', text);
  const { exit, err } = await push('--documents', 'a.graphql');
  expect(exit).toBe(64);
  expect(err).toMatch(said);
});

test('given that nothing is published, then there is nothing to run on', async () => {
  const empty = startRepository();
  empty.write('a.graphql', 'query A { me { id } }');
  const { exit, err } = await empty.ran(
    'operations',
    'push',
    'app',
    '--client-version',
    '1',
    '--documents',
    'a.graphql',
  );
  expect(exit).toBe(1);
  expect(err).toContain('publish a schema first');
  empty.remove();
});

test('given registered releases, then they are listed, and a retired one is listed no more', async () => {
  repository.write('a.graphql', 'query A { me { id } }');
  await push('--documents', 'a.graphql');
  expect((await repository.ran('operations', 'list')).out).toContain('app 1.0  1 operation, registered by ada');
  expect((await repository.ran('operations', 'list', 'app')).out).toContain('  A\n');
  expect(await repository.ran('operations', 'retire', 'app', '1.0')).toMatchObject({ exit: 0 });
  expect((await repository.ran('operations', 'list')).out).toContain('No client has registered');
  expect(await repository.ran('operations', 'retire', 'app', '1.0')).toMatchObject({
    exit: 1,
    err: 'There is no client release app 1.0.\n',
  });
});

test('given operations and traffic, then the fields are told that nobody uses, and who uses the others how often', async () => {
  repository.write('a.graphql', 'query A { me { name } }');
  await push('--documents', 'a.graphql');
  const day = (await repository.store.now()).toISOString().slice(0, 10);
  const use = { client: 'web', clientVersion: '2', count: 1200 };
  await repository.store.record({ id: 'one', day, uses: [{ ...use, coordinate: 'User.id' }] });
  const { exit, out } = await repository.ran('operations', 'usage');
  expect(exit).toBe(0);
  expect(out).toContain('User: email (deprecated)');
  expect(out).toContain('User.id  web 2 1,200 times');
  expect(out).toContain('Query.me  app 1.0 in 1 operation');
  expect(out).toContain('1 element of 4 that nobody uses');
  const json = await repository.ran('operations', 'usage', '--since', '1d', '--json');
  expect(JSON.parse(json.out)).toMatchObject({
    release: 1,
    unused: [{ coordinate: 'User.email', deprecated: 'Use name. Removed after 2027-01-01.' }],
    used: expect.arrayContaining([
      {
        coordinate: 'User.id',
        count: 1200,
        deprecated: null,
        clients: [{ client: 'web', version: '2', count: 1200, operations: 0 }],
      },
    ]),
  });
});
