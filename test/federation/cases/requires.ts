import { all, first, type Case, type Thing } from '../harness/case';

const jars = (): Thing[] => [
  { id: 'j1', name: 'Oil', price: 40, weight: 3, stocked: true, size: { width: 2, height: 5 } },
  { id: 'j2', name: 'Wine', price: 75, weight: null, stocked: false, size: { width: 3, height: 4 } },
];

type Jar = {
  price?: number;
  weight?: number | null;
  freight?: number;
  stocked?: boolean;
  size?: { width: number; height: number };
};

/** What needs a field that did not come, becomes -1. */
const freight = ({ price = NaN, weight }: Jar) =>
  weight === undefined || Number.isNaN(price) ? -1 : price + (weight ?? 0);

export const simpleRequires: Case = {
  name: '@requires: fields of another room',
  rooms: {
    catalog: `
      type Query { jars: [Jar] jar: Jar }
      type Size @shareable { width: Int height: Int }
      type Jar @key(fields: "id") { id: ID! name: String price: Int weight: Int size: Size }`,
    carriers: `
      type Query { hauled(times: Int!): [Jar] }
      type Size @shareable { width: Int height: Int }
      type Jar @key(fields: "id") {
        id: ID! stocked: Boolean price: Int @external weight: Int @external size: Size @external
        freight: Int @requires(fields: "price weight")
        wrapping: Int @requires(fields: "size { width height }")
        tag: String @requires(fields: "price")
      }`,
    offers: {
      sdl: `
        type Query { top(times: Int!): [Jar] }
        type Jar @key(fields: "id") {
          id: ID! freight: Int @external stocked: Boolean @external
          total: Int @requires(fields: "freight")
          advice: String @requires(fields: "freight stocked")
        }`,
      resolvers: {
        Jar: {
          total: ({ freight: cost }: Jar) => (cost === undefined ? -1 : cost * 2),
          advice: ({ freight: cost, stocked }: Jar) => `${cost} ${stocked}`,
        },
      },
    },
  },
  world: () => ({ Jar: jars() }),
  resolvers: {
    Query: { jars: all('Jar'), jar: first('Jar'), hauled: all('Jar'), top: all('Jar') },
    Jar: {
      freight,
      wrapping: ({ size }: Jar) => (size ? size.width * size.height : -1),
      tag: ({ price }: Jar) => `${price} dr`,
    },
  },
  alone: {
    Jar: {
      total: (jar: Jar) => freight(jar) * 2,
      advice: (jar: Jar) => `${freight(jar)} ${jar.stocked}`,
    },
  },
  generate: {},
  asks: `
    * brings the fields to the room that asks for them
      { jars { freight } }
      = { jars: [{ freight: 43 }, { freight: 75 }] }
      asked catalog carriers
    * from the room itself
      { hauled(times: 1) { freight name } }
      = { hauled: [{ freight: 43, name: "Oil" }, { freight: 75, name: "Wine" }] }
    * shows what was asked for and no more
      { jars { id freight price } }
      = { jars: [{ id: "j1", freight: 43, price: 40 }, { id: "j2", freight: 75, price: 75 }] }
    * under other names
      { jars { price: name p: price weight: freight } }
      = { jars: [{ price: "Oil", p: 40, weight: 43 }, { price: "Wine", p: 75, weight: 75 }] }
      stock takes the alias for the required field
    * brings an object
      { jars { wrapping } }
      = { jars: [{ wrapping: 10 }, { wrapping: 12 }] }
    * brings an object of which a part is shown
      { jars { size { height } wrapping } }
      = { jars: [{ size: { height: 5 }, wrapping: 10 }, { size: { height: 4 }, wrapping: 12 }] }
    * with sides exchanged by aliases
      { jar { size { width: height height: width } wrapping } }
      = { jar: { size: { width: 5, height: 2 }, wrapping: 10 } }
    * what itself requires
      { jars { total } top(times: 1) { total advice name } }
      = { jars: [{ total: 86 }, { total: 150 }], top: [{ total: 86, advice: "43 true", name: "Oil" }, { total: 150, advice: "75 false", name: "Wine" }] }
    * several at once
      { jars { tag freight wrapping stocked } }
      = { jars: [{ tag: "40 dr", freight: 43, wrapping: 10, stocked: true }, { tag: "75 dr", freight: 75, wrapping: 12, stocked: false }] }`,
};

type Chain = { start?: number; second?: number; third?: number };
const next = (value: number | undefined) => (value === undefined ? -1 : value + 1);

export const chainOfRequires: Case = {
  name: '@requires: of what itself requires',
  rooms: {
    a: 'type Query { link: Link links: [Link!]! } type Link @key(fields: "id") { id: ID! start: Int! }',
    b: 'type Link @key(fields: "id") { id: ID! start: Int! @external second: Int! @requires(fields: "start") }',
    c: `
      type Query { end(times: Int!): Link }
      type Link @key(fields: "id") { id: ID! second: Int! @external third: Int! @requires(fields: "second") }`,
    d: `type Link @key(fields: "id") {
        id: ID! third: Int! @external start: Int! @external fourth: Int! @requires(fields: "third") both: String! @requires(fields: "start third")
      }`,
  },
  world: () => ({
    Link: [
      { id: '1', start: 10 },
      { id: '2', start: 20 },
    ],
  }),
  resolvers: {
    Query: { link: first('Link'), links: all('Link'), end: first('Link') },
    Link: {
      second: ({ start }: Chain) => next(start),
      third: ({ second }: Chain) => next(second),
      fourth: ({ third }: Chain) => next(third),
      both: ({ start, third }: Chain) => `${start} ${third}`,
    },
  },
  alone: {
    Link: {
      third: ({ start }: Chain) => Number(start) + 2,
      fourth: ({ start }: Chain) => Number(start) + 3,
      both: ({ start }: Chain) => `${start} ${Number(start) + 2}`,
    },
  },
  generate: {},
  asks: `
    * one after the other
      { link { fourth } }
      = { link: { fourth: 13 } }
      asked a b c d
    * for a list
      { links { second third fourth id } }
      = { links: [{ second: 11, third: 12, fourth: 13, id: "1" }, { second: 21, third: 22, fourth: 23, id: "2" }] }
      asked a b c d
    * from the middle
      { end(times: 1) { third } }
      = { end: { third: 12 } }
      asked a b c c
    * the first and the last of the chain
      { links { both } }
      = { links: [{ both: "10 12" }, { both: "20 22" }] }
    * from the middle to the end
      { end(times: 1) { fourth } }
      = { end: { fourth: 13 } }
      stock asks the middle before it knows what that requires
      ours asks the middle before it knows what that requires: the planner says so
    * one of them, by another name
      { link { third: second start: third } }
      = { link: { third: 11, start: 12 } }`,
};
