import { composeBoth } from '../../composition/compose';
import { parseAll, type ParsedSubgraph } from '../../composition/parse';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@override"])\n';

function parsed(subgraphs: Readonly<Record<string, string>>): readonly ParsedSubgraph[] {
  const all = parseAll(
    Object.entries(subgraphs).map(([name, sdl]) => ({
      name,
      url: `http://${name}`,
      file: `${name}.graphql`,
      sdl: LINK + sdl,
    })),
  );
  if ('findings' in all) throw new Error(all.findings[0]?.message);
  return all.subgraphs;
}

test.each([
  [
    'a type that differs',
    'FIELD_TYPE_MISMATCH',
    'type Query { a: P }\ntype P @key(fields: "id") { id: ID!\n n: Int @shareable }',
    'type P @key(fields: "id") { id: ID!\n n: String @shareable }',
    'b.graphql:3:2',
  ],
  [
    'a field that two answer',
    'INVALID_FIELD_SHARING',
    'type Query { a: P }\ntype P @key(fields: "id") { id: ID!\n n: Int }',
    'type P @key(fields: "id") { id: ID!\n n: Int }',
    'b.graphql:3:2',
  ],
  [
    'a type that is not there',
    'INVALID_GRAPHQL',
    'type Query { a: Int }',
    'type P @key(fields: "id") { id: ID!\n n: Nowhere }',
    'b.graphql:3:5',
  ],
  [
    'a key that is no field',
    'KEY_INVALID_FIELDS',
    'type Query { a: Int }',
    '\ntype P @key(fields: "sku") { id: ID! }',
    'b.graphql:3:8',
  ],
  [
    'a field that cannot be reached',
    'SATISFIABILITY_ERROR',
    'type Query { a: P }\ntype P @key(fields: "id") { id: ID! }',
    'type P @key(fields: "sku") { sku: ID!\n m: Int }',
    'b.graphql:2:30',
  ],
  [
    'an override of nobody',
    'OVERRIDE_FROM_SELF_ERROR',
    'type Query { a: Int }',
    'type P @key(fields: "id") { id: ID!\n m: Int @override(from: "b") }',
    'b.graphql:3:9',
  ],
  [
    'a field that is there twice',
    'INVALID_GRAPHQL',
    'type Query { a: Int }',
    'type P @key(fields: "id") { id: ID!\n m: Int\n m: Int }',
    'b.graphql:3:2',
  ],
  [
    'a type that is there twice',
    'INVALID_GRAPHQL',
    'type Query { a: Int }',
    'type P @key(fields: "id") { id: ID! }\nscalar D\nscalar D',
    'b.graphql:3:8',
  ],
])('given %s, then the error says where in the proposed file, and what to do', async (_, code, a, b, where) => {
  const all = parsed({ a, b });
  const { findings, supergraph } = await composeBoth(all, all.slice(1));
  expect(supergraph).toBeUndefined();
  const found = findings.find((each) => each.code === code);
  expect(found).toMatchObject({ kind: 'COMPOSITION', severity: 'error' });
  const { file, line, column } = found!.place!;
  expect(`${file}:${line}:${column}`).toBe(where);
});

test('given subgraphs that compose, then Apollo’s hints are notices', async () => {
  const all = parsed({
    a: 'type Query { a: P @shareable }\ntype P @shareable { id: ID!\n n: Int }',
    b: 'type Query { a: P @shareable }\ntype P @shareable { id: ID\n n: Int }',
  });
  const { findings, supergraph } = await composeBoth(all, all);
  expect(supergraph).toContain('type P');
  expect(findings).toEqual([
    expect.objectContaining({
      kind: 'HINT',
      severity: 'notice',
      code: 'INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE',
      coordinate: 'P.id',
      place: { file: 'a.graphql', line: 3, column: 21 },
    }),
  ]);
});

test('given a graph so deep that a package comes to no end, then that is told, and nothing is thrown', async () => {
  const count = 3000;
  const types = Array.from({ length: count }, (_, index) => `type T${index} { next: T${(index + 1) % count} }`);
  const all = parsed({ a: `type Query { a: T0 }\n${types.join('\n')}` });
  const { findings } = await composeBoth(all, all);
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'SECOND_OPINION', message: expect.stringContaining('has come to no end') }),
  );
});
