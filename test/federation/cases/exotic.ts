import { all, first, type Case } from '../harness/case';

export const kindsOfKeys: Case = {
  name: '@key: of every kind of value',
  rooms: {
    a: `
      scalar Any enum Shape { ROUND FLAT }
      type Query { things: [Thing!]! }
      type Thing @key(fields: "number whole flag shape any list objects { id }") {
        number: Float! whole: Int! flag: Boolean! shape: Shape! any: Any! list: [String!]! objects: [Part!]! own: Int
      }
      type Part @shareable { id: ID! }`,
    b: `
      scalar Any enum Shape { ROUND FLAT }
      type Thing @key(fields: "number whole flag shape any list objects { id }") {
        number: Float! whole: Int! flag: Boolean! shape: Shape! any: Any! list: [String!]! objects: [Part!]! name: String!
      }
      type Part @shareable { id: ID! }`,
  },
  world: () => ({
    Thing: [
      {
        number: 1.5,
        whole: 0,
        flag: false,
        shape: 'ROUND',
        any: 'x"y',
        list: [],
        objects: [{ id: '1' }, { id: '2' }],
        name: 'one',
      },
      { number: 1.5, whole: 0, flag: true, shape: 'FLAT', any: 'x"y', list: ['é'], objects: [], name: 'two' },
      {
        number: -1e21,
        whole: -2147483648,
        flag: true,
        shape: 'FLAT',
        any: 7,
        list: ['', ' '],
        objects: [],
        name: 'three',
      },
    ].map((thing) => ({ ...thing, list: Object.assign([...thing.list], { toString: () => thing.list.join() }) })),
  }),
  resolvers: { Query: { things: all('Thing') } },
  generate: {},
  asks: `
    * all of them at once
      { things { name } }
      = { things: [{ name: "one" }, { name: "two" }, { name: "three" }] }
      asked a b
    * shown as they are
      { things { objects { x: id } name flag any number whole } }
      = { things: [{ objects: [{ x: "1" }, { x: "2" }], name: "one", flag: false, any: "x\\"y", number: 1.5, whole: 0 }, { objects: [], name: "two", flag: true, any: "x\\"y", number: 1.5, whole: 0 }, { objects: [], name: "three", flag: true, any: 7, number: -1e21, whole: -2147483648 }] }`,
};

const text = 'quote " back \\ slash, line\nfeed, tab\t, bell\u0007, \u2028, é, 😀, </script>';

export const values: Case = {
  name: 'values: of every kind, unharmed',
  rooms: {
    a: `
      scalar Any
      type Query { box: Box boxes: [Box] }
      type Box @key(fields: "id") { id: ID! text: String any: Any anys: [Any] id2: ID }`,
    b: 'scalar Any type Box @key(fields: "id") { id: ID! text2: String any2: Any float: Float int: Int flags: [Boolean] whole: Float number: ID }',
  },
  world: () => ({
    Box: [
      {
        id: text,
        id2: 12,
        text,
        text2: text,
        any: { __typename: 'Fake', id: 'not a key', list: [{ a: null }] },
        anys: [[1, [2]], null, false, {}],
        any2: { __typename: 'Box', id: 'x', nested: { _entities: [1] } },
        float: 0.1,
        int: -0,
        flags: [true, null, false],
        whole: 3,
        number: 5,
      },
    ],
  }),
  resolvers: { Query: { box: first('Box'), boxes: all('Box') } },
  generate: {},
  asks: `
    * texts
      { box { id text text2 } }
      = { box: { id: ${JSON.stringify(text)}, text: ${JSON.stringify(text)}, text2: ${JSON.stringify(text)} } }
    * scalars that look like objects
      { box { any any2 anys } }
      = { box: { any: { __typename: "Fake", id: "not a key", list: [{ a: null }] }, any2: { __typename: "Box", id: "x", nested: { _entities: [1] } }, anys: [[1, [2]], null, false, {}] } }
    * numbers
      { box { id2 float int flags whole number } }
      = { box: { id2: "12", float: 0.1, int: 0, flags: [true, null, false], whole: 3, number: "5" } }`,
};

/** Names that mean something to JavaScript, to JSON or to gateways. */
export const names: Case = {
  name: 'names: that mean something elsewhere',
  rooms: {
    a: `
      type Query { constructor: Object data: Object errors: String length: Int toString: String }
      type Object @key(fields: "id") { id: ID! hasOwnProperty: Int then: String next: Object }`,
    b: 'type Object @key(fields: "id") { id: ID! constructor: String valueOf: Boolean extensions: [String] toJSON: String }',
  },
  world: () => {
    const object: Record<string, unknown> = {
      id: '1',
      hasOwnProperty: 1,
      constructor: 'c',
      valueOf: true,
      extensions: ['e'],
    };
    return { Object: [Object.assign(object, { next: object })] };
  },
  resolvers: {
    Query: {
      constructor: first('Object'),
      data: first('Object'),
      errors: () => 'none',
      length: () => 0,
      toString: () => 'text',
    },
    // oxlint-disable-next-line unicorn/no-thenable -- that is the point
    Object: { then: () => 'later', toJSON: () => 'json' },
  },
  asks: `
    * as names of fields
      { constructor { then hasOwnProperty constructor valueOf toJSON } data { extensions } errors length toString }
      = { constructor: { then: "later", hasOwnProperty: 1, constructor: "c", valueOf: true, toJSON: "json" }, data: { extensions: ["e"] }, errors: "none", length: 0, toString: "text" }
    * as aliases
      { __proto__: data { prototype: id __proto__: constructor next { toString: valueOf __defineGetter__: id } } hasOwnProperty: length }
      = { __proto__: { prototype: "1", __proto__: "c", next: { toString: true, __defineGetter__: "1" } }, hasOwnProperty: 0 }`,
};
