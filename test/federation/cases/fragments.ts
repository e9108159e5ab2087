import { all, first, type Case } from '../harness/case';

export const fragments: Case = {
  name: 'fragments: named, nested, on interfaces; directives of clients',
  rooms: {
    a: `
      directive @trace(tag: String = "none") on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | QUERY
      interface Node { id: ID! }
      type Query { tree: Leaf leaves: [Leaf!]! node: Node }
      type Leaf implements Node @key(fields: "id") { id: ID! next: Leaf children: [Leaf] }`,
    b: `
      directive @trace(tag: String = "none") on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | QUERY
      type Leaf @key(fields: "id") { id: ID! colour: String age: Int shade(of: Int): String }
      type Query { b: String }`,
  },
  world: () => {
    const [x, y] = [
      { id: 'x', colour: 'red', age: 1 } as Record<string, unknown>,
      { id: 'y', colour: 'blue', age: 2 } as Record<string, unknown>,
    ];
    Object.assign(x, { next: y, children: [y, null, y] });
    Object.assign(y, { next: null, children: [] });
    return { Leaf: [x, y] };
  },
  resolvers: {
    Query: { tree: first('Leaf'), leaves: all('Leaf'), node: first('Leaf'), b: () => 'b' },
    Leaf: { shade: ({ colour }: { colour: string }, { of }: { of: number }) => `${colour}${of}` },
  },
  generate: { of: ['1', '2'] },
  asks: `
    * one
      { tree { ...A } }
      fragment A on Leaf { id colour }
      = { tree: { id: "x", colour: "red" } }
    * one in another
      { tree { ...A children { ...B } } }
      fragment A on Leaf { id next { ...B } }
      fragment B on Leaf { colour age }
      = { tree: { id: "x", next: { colour: "blue", age: 2 }, children: [{ colour: "blue", age: 2 }, null, { colour: "blue", age: 2 }] } }
    * on an interface
      { node { ...N ... on Leaf { ...N colour } } }
      fragment N on Node { id ... on Leaf { age } }
      = { node: { id: "x", age: 1, colour: "red" } }
    * twice, merged with what stands beside it
      { tree { ...A next { age } ...A } leaves { ...A } }
      fragment A on Leaf { next { id colour } }
      = { tree: { next: { id: "y", colour: "blue", age: 2 } }, leaves: [{ next: { id: "y", colour: "blue" } }, { next: null }] }
    * on the root
      query { ...Q b }
      fragment Q on Query { tree { id } leaves { colour } }
      = { tree: { id: "x" }, leaves: [{ colour: "red" }, { colour: "blue" }], b: "b" }
    * with variables
      query ($of: Int = 3) { tree { ...S } leaves { ...S } }
      fragment S on Leaf { shade(of: $of) next { shade(of: $of) } }
      = { tree: { shade: "red3", next: { shade: "blue3" } }, leaves: [{ shade: "red3", next: { shade: "blue3" } }, { shade: "blue3", next: null }] }
    * without a type
      { tree { ... { ... { colour } id } } }
      = { tree: { colour: "red", id: "x" } }
    * the order is that of first appearance
      { tree { age ...A id } }
      fragment A on Leaf { id colour age }
      = { tree: { age: 1, id: "x", colour: "red" } }
    * a directive with a default argument
      query @trace { tree @trace { id ... @trace(tag: "x") { colour @trace } } b @trace }
      = { tree: { id: "x", colour: "red" }, b: "b" }
    * deep
      { tree { next { next { id } children { id } colour } children { next { id } colour children { id } } } }
      = { tree: { next: { next: null, children: [], colour: "blue" }, children: [{ next: null, colour: "blue", children: [] }, null, { next: null, colour: "blue", children: [] }] } }`,
};

/** What a gateway tells of the API, without the rooms. */
export const introspection: Case = {
  name: 'introspection: of the API, not of the rooms',
  rooms: {
    a: `
      """A thing."""
      type Thing @key(fields: "id") { id: ID! old: String @deprecated(reason: "It is old.") }
      type Query { "Things." things(first: Int! = 3): [Thing] hidden: Int @inaccessible }
      scalar Day @specifiedBy(url: "https://day.example")`,
    b: 'type Thing @key(fields: "id") { id: ID! day: Day } scalar Day @specifiedBy(url: "https://day.example")',
  },
  world: () => ({ Thing: [{ id: 't1', old: 'o', day: '2026-01-01' }] }),
  resolvers: { Query: { things: all('Thing') } },
  asks: `
    * the root types
      { __schema { queryType { name fields { name description args { name defaultValue } } } mutationType { name } subscriptionType { name } } }
      = { __schema: { queryType: { name: "Query", fields: [{ name: "things", description: "Things.", args: [{ name: "first", defaultValue: "3" }] }] }, mutationType: null, subscriptionType: null } }
      asked
    * a type
      { __type(name: "Thing") { __typename kind description fields { name isDeprecated type { name kind ofType { name } } } } }
      = { __type: { __typename: "__Type", kind: "OBJECT", description: "A thing.", fields: [{ name: "id", isDeprecated: false, type: { name: null, kind: "NON_NULL", ofType: { name: "ID" } } }, { name: "day", isDeprecated: false, type: { name: "Day", kind: "SCALAR", ofType: null } }] } }
    * with what is deprecated, by variable
      query ($all: Boolean!, $name: String!) { __type(name: $name) { fields(includeDeprecated: $all) { name deprecationReason } } }
      with { all: true, name: "Thing" }
      = { __type: { fields: [{ name: "id", deprecationReason: null }, { name: "old", deprecationReason: "It is old." }, { name: "day", deprecationReason: null }] } }
    * what only rooms have
      { a: __type(name: "_Entity") { name } b: __type(name: "_Any") { name } c: __type(name: "join__Graph") { name } d: __type(name: "no") { name } }
      = { a: null, b: null, c: null, d: null }
    * beside data
      { before: __typename things { day } s: __schema { types @skip(if: true) { name } } ...T }
      fragment T on Query { __type(name: "Day") { specifiedByURL } }
      = { before: "Query", things: [{ day: "2026-01-01" }], s: {}, __type: { specifiedByURL: "https://day.example" } }
    * left out
      query ($no: Boolean = false) { __schema @include(if: $no) { types { name } } things { id } }
      = { things: [{ id: "t1" }] }`,
};
