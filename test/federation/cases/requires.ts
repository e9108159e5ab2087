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
