import { all, first, type Case } from '../harness/case';

/** A root that three rooms share, each with its own part of what hangs from it. */
export const sharedRoot: Case = {
  name: '@shareable: a root field of several rooms',
  rooms: {
    names: `
      type Query { good: Good @shareable goods: [Good] @shareable }
      type Good { id: ID! @shareable name: Name! }
      type Name { brand: String! model: String! }`,
    prices: `
      type Query { good: Good @shareable goods: [Good] @shareable }
      type Good { id: ID! @shareable price: Price! }
      type Price { amount: Int! }`,
    kinds: `
      type Query { good: Good @shareable goods: [Good] @shareable }
      type Good { id: ID! @shareable kind: Kind! tags: [[String]] }
      type Kind { name: String! }`,
  },
  world: () => ({
    Good: [
      {
        id: 'g1',
        name: { brand: 'A', model: '1' },
        price: { amount: 10 },
        kind: { name: 'salt' },
        tags: [['x'], null],
      },
      { id: 'g2', name: { brand: 'B', model: '2' }, price: { amount: 20 }, kind: { name: 'oil' }, tags: [] },
    ],
  }),
  resolvers: { Query: { good: first('Good'), goods: all('Good') } },
  generate: {},
  asks: `
    * one object from three rooms
      { good { id name { brand model } price { amount } kind { name } } }
      = { good: { id: "g1", name: { brand: "A", model: "1" }, price: { amount: 10 }, kind: { name: "salt" } } }
      asked kinds names prices
    * a list from three rooms
      { goods { kind { name } tags price { amount } id name { model } } }
      = { goods: [{ kind: { name: "salt" }, tags: [["x"], null], price: { amount: 10 }, id: "g1", name: { model: "1" } }, { kind: { name: "oil" }, tags: [], price: { amount: 20 }, id: "g2", name: { model: "2" } }] }
    * under two names
      { a: good { price { amount } name { brand } } b: good { kind { name } id } }
      = { a: { price: { amount: 10 }, name: { brand: "A" } }, b: { kind: { name: "salt" }, id: "g1" } }`,
};

const ITEM = `
  type Item @key(fields: "id") { id: ID! label: String! @shareable spot: Spot @shareable }
  type Spot @shareable { x: Int y: Int }`;

export const shareable: Case = {
  name: '@shareable: fields and value types',
  rooms: {
    west: `${ITEM} type Query { west: Item }`,
    east: `${ITEM} type Query { east: Item } extend type Spot { z: Int }`,
    third: 'type Item @key(fields: "id") { id: ID! extra: [Corner!] } type Corner { x: Int y: Int }',
  },
  world: () => ({ Item: [{ id: 'i1', label: 'one', spot: { x: 1, y: 2, z: 3 }, extra: [{ x: 7, y: 8 }] }] }),
  resolvers: { Query: { west: first('Item'), east: first('Item') } },
  generate: {},
  asks: `
    * are taken at hand
      { west { label spot { x y } } east { label } }
      = { west: { label: "one", spot: { x: 1, y: 2 } }, east: { label: "one" } }
      asked east west
    * what one room alone knows of a value
      { west { spot { x z } } east { spot { z } } }
      = { west: { spot: { x: 1, z: 3 } }, east: { spot: { z: 3 } } }
    * values of a third room
      { west { extra { y __typename } } }
      = { west: { extra: [{ y: 8, __typename: "Corner" }] } }
      asked third west`,
};

/** A chain of rooms, each of which knows the next key of what the one before named. */
export const complexEntityCall: Case = {
  name: 'entities: a list, a chain of compound keys and an entity in the end',
  rooms: {
    links: 'type Good @key(fields: "id") @key(fields: "id pid") { id: ID! pid: ID! }',
    goods: `
      type Query { top: Tops! }
      type Tops { goods: [Good!]! @shareable }
      type Good @key(fields: "id") { id: ID! kind: Kind @shareable main: Kind }
      type Kind @key(fields: "id") { id: ID! tag: String @shareable }`,
    lists: `
      type Tops @key(fields: "goods { id pid }") { goods: [Good!]! @shareable first: Good chosen: Good @shareable }
      type Good @key(fields: "id pid") { id: ID! pid: ID! }`,
    prices: `
      type Tops @key(fields: "goods { id pid kind { id tag } } chosen { id }") {
        goods: [Good!]! @shareable chosen: Good @shareable best: Good
      }
      type Good @key(fields: "id pid kind { id tag }") { id: ID! pid: ID! kind: Kind @shareable price: Price }
      type Kind @key(fields: "id tag") { id: ID! tag: String @shareable }
      type Price { amount: Int! }`,
  },
  world: () => {
    const goods = [
      { id: 'g1', pid: 'p1', kind: { id: 'k1', tag: 't1' }, price: { amount: 100 } },
      { id: 'g2', pid: 'p2', kind: { id: 'k2', tag: 't2' }, price: { amount: 200 } },
    ].map((good) => ({ ...good, main: good.kind }));
    return {
      Good: goods,
      Kind: goods.map(({ kind }) => kind),
      Tops: [{ goods, first: goods[0], chosen: goods[1], best: goods[0] }],
    };
  },
  resolvers: { Query: { top: first('Tops') } },
  generate: {},
  asks: `
    * all at once
      { top { goods { id pid price { amount } kind { tag main: id } } } }
      = { top: { goods: [{ id: "g1", pid: "p1", price: { amount: 100 }, kind: { tag: "t1", main: "k1" } }, { id: "g2", pid: "p2", price: { amount: 200 }, kind: { tag: "t2", main: "k2" } }] } }
    * only what lies at the end
      { top { chosen { price { amount } } best { id } first { pid } goods { main { id tag } } } }
      = { top: { chosen: { price: { amount: 200 } }, best: { id: "g1" }, first: { pid: "p1" }, goods: [{ main: { id: "k1", tag: "t1" } }, { main: { id: "k2", tag: "t2" } }] } }`,
};

/** A value without a key is reached through the entity above it. */
export const parentEntityCall: Case = {
  name: 'entities: a value without key, reached through its parent',
  rooms: {
    a: `
      type Query { goods: [Good!]! }
      type Good @key(fields: "id pid") { id: ID! pid: ID! }`,
    b: `
      type Good @key(fields: "id pid") { id: ID! pid: ID! kind: Kind @shareable }
      type Kind @shareable { deep: Deep }
      type Deep @shareable { size: Int }`,
    c: `
      type Good @key(fields: "id pid") { id: ID! pid: ID! kind: Kind @shareable }
      type Kind @shareable { deep: Deep name: String }
      type Deep @shareable { depth: Int }`,
  },
  world: () => ({
    Good: [
      { id: 'g1', pid: 'p1', kind: { name: 'salt', deep: { size: 1, depth: 2 } } },
      { id: 'g2', pid: 'p2', kind: { name: 'oil', deep: null } },
      { id: 'g3', pid: 'p3', kind: null },
    ],
  }),
  resolvers: { Query: { goods: all('Good') } },
  generate: {},
  asks: `
    * from two rooms
      { goods { kind { name deep { size depth } } } }
      = { goods: [{ kind: { name: "salt", deep: { size: 1, depth: 2 } } }, { kind: { name: "oil", deep: null } }, { kind: null }] }
      asked a b c
    * from one
      { goods { kind { deep { depth } } } }
      = { goods: [{ kind: { deep: { depth: 2 } } }, { kind: { deep: null } }, { kind: null }] }
      asked a c`,
};
