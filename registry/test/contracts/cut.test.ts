import { printSchema, validateSchema } from 'graphql';
import { compose } from '../../../gateway/supergraph/compose';
import { readSupergraph } from '../../../gateway/supergraph/supergraph';
import { cut } from '../../contracts/cut';
import { tagsOf } from '../../contracts/tags';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])\n';

/** What clients of a contract see of a graph; null when nothing is left. */
async function seen(sdl: string, { include = [], exclude = [] }: { include?: string[]; exclude?: string[] }) {
  const supergraph = await compose([{ name: 'shop', typeDefs: LINK + sdl }]);
  const graph = readSupergraph(supergraph, { foreign: true });
  const schema = cut(graph.apiSchema, tagsOf(graph), { name: 'storefront', include, exclude });
  if (!schema) return null;
  expect(validateSchema(schema)).toEqual([]);
  return printSchema(schema)
    .replace(/^directive @defer.*\n\n/, '')
    .replaceAll(/\s+/g, ' ');
}

const STAFF = { exclude: ['staff'] };

test.each([
  ['a field', 'type Query { a: Int b: Int @tag(name: "staff") }', 'type Query { a: Int }'],
  ['an argument', 'type Query { a(x: Int, y: Int @tag(name: "staff")): Int }', 'type Query { a(x: Int): Int }'],
  ['an enum value', 'type Query { a: E } enum E { X Y @tag(name: "staff") }', 'enum E { X }'],
  ['an input field', 'type Query { a(i: I): Int } input I { x: Int y: Int @tag(name: "staff") }', 'input I { x: Int }'],
  [
    'a member of a union',
    'type Query { a: U } union U = A | B type A { x: Int } type B @tag(name: "staff") { x: Int }',
    'union U = A',
  ],
])('given %s that is tagged, then it is not in the contract', async (_, sdl, left) => {
  const api = await seen(sdl, STAFF);
  expect(api).toContain(left);
});

test('given a type that is tagged, then the fields that lead to it go too, and what is left without a field', async () => {
  const sdl = `
    type Query { order: Order audit: Audit }
    type Order { id: ID! trail: [Trail!]! margin: Margin }
    type Audit { trail: Trail }
    type Trail @tag(name: "staff") { at: String }
    type Margin { amount: Int @tag(name: "staff") }`;
  expect(await seen(sdl, STAFF)).toBe('type Order { id: ID! } type Query { order: Order }');
});

test('given a field whose required argument is hidden, then it cannot be called, and is hidden', async () => {
  const sdl = `
    type Query { a: Int  orders(filter: OrderFilter!): Int  mine(filter: OrderFilter): Int }
    input OrderFilter @tag(name: "staff") { id: ID }`;
  expect(await seen(sdl, STAFF)).toBe('type Query { a: Int mine: Int }');
});

test('given types that nothing leads to any more, then they are hidden', async () => {
  const sdl = `
    type Query { a: A  report: Report @tag(name: "staff") }
    interface Named { name: String }
    type A implements Named { name: String }
    type Report implements Named { name: String  rows: [Row] }
    type Row { x: Int }`;
  const api = await seen(sdl, STAFF);
  expect(api).toContain('type A implements Named');
  expect(api).not.toMatch(/Report|Row/);
});

test('given an object that loses a field of an interface, then it is none of it any more', async () => {
  const sdl = `
    type Query { a: A  named: Named }
    interface Named { id: ID  name: String }
    type A implements Named { id: ID  name: String @tag(name: "staff") }
    type B implements Named { id: ID  name: String }`;
  const api = await seen(sdl, STAFF);
  expect(api).toContain('type A { id: ID }');
  expect(api).toContain('type B implements Named');
});

test('given tags to include, then fields need one of them, or their type does', async () => {
  const sdl = `
    type Query { a: A @tag(name: "public")  b: Int }
    type A { x: Int @tag(name: "public")  y: Int  c: C @tag(name: "public") }
    type C @tag(name: "public") { z: Int  secret: Int @tag(name: "staff") }`;
  expect(await seen(sdl, { include: ['public'], exclude: ['staff'] })).toBe(
    'type A { x: Int c: C } type C { z: Int } type Query { a: A }',
  );
});

test('given tags that leave nothing of Query, then there is no contract', async () => {
  expect(await seen('type Query { a: Int @tag(name: "staff") }', STAFF)).toBeNull();
});
