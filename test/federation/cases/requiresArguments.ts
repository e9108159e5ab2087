import { all, first, type Case, type Thing } from '../harness/case';

type Jar = { cost?: number; weight?: number; limit: number };

/** One room asks for a price in drachmas, for another field for one in obols. */
export const argumentConflict: Case = {
  name: '@requires: one field with two arguments',
  rooms: {
    market: `
      type Query { jars: [Jar!]! }
      type Jar @key(fields: "id") { id: ID! name: String cost(unit: String!): Int weight: Int fair: Fair }
      type Fair { usual(unit: String!): Int }`,
    porters: {
      sdl: `
        type Jar @key(fields: "id") {
          id: ID! weight: Int @external cost(unit: String!): Int @external fair: Fair @external
          inDrachmas: Int @requires(fields: "cost(unit: \\"drachma\\") weight")
          inObols: Int @requires(fields: "cost(unit: \\"obol\\") weight")
          dear: Boolean @requires(fields: "fair { usual(unit: \\"drachma\\") }")
        }
        type Fair @external { usual(unit: String!): Int }`,
      resolvers: {
        Jar: {
          inDrachmas: ({ cost = NaN, weight = NaN }: Jar) => cost + weight,
          inObols: ({ cost = NaN, weight = NaN }: Jar) => cost + weight * 6,
          dear: ({ fair }: { fair?: { usual?: number } }) => (fair?.usual ?? NaN) > 4,
        },
      },
    },
  },
  world: () => ({
    Jar: [
      { id: 'j1', name: 'Oil', price: 4, weight: 1, fair: { price: 3 } },
      { id: 'j2', name: 'Wine', price: 7, weight: 2, fair: { price: 5 } },
    ],
  }),
  resolvers: {
    Query: { jars: all('Jar') },
    Jar: {
      cost: ({ price }: Thing & { price: number }, { unit }: { unit: string }) => price * (unit === 'obol' ? 6 : 1),
    },
    Fair: { usual: ({ price }: { price: number }, { unit }: { unit: string }) => price * (unit === 'obol' ? 6 : 1) },
  },
  alone: {
    Jar: {
      inDrachmas: ({ price, weight }: { price: number; weight: number }) => price + weight,
      inObols: ({ price, weight }: { price: number; weight: number }) => (price + weight) * 6,
      dear: ({ fair }: { fair: { price: number } }) => fair.price > 4,
    },
  },
  generate: { unit: ['"obol"', '"drachma"'] },
  asks: `
    * the one
      { jars { inDrachmas } }
      = { jars: [{ inDrachmas: 5 }, { inDrachmas: 9 }] }
    * the other
      { jars { inObols } }
      = { jars: [{ inObols: 30 }, { inObols: 54 }] }
    * both in one operation
      { jars { name inDrachmas inObols dear } }
      = { jars: [{ name: "Oil", inDrachmas: 5, inObols: 30, dear: false }, { name: "Wine", inDrachmas: 9, inObols: 54, dear: true }] }
      stock sends one of the two prices for both
    * both, and the client asks for the field itself
      { jars { cost(unit: "drachma") inDrachmas inObols } }
      = { jars: [{ cost: 4, inDrachmas: 5, inObols: 30 }, { cost: 7, inDrachmas: 9, inObols: 54 }] }
      stock sends one of the two prices for both
    * the client asks with the other argument
      { jars { cost(unit: "obol") inDrachmas } }
      = { jars: [{ cost: 24, inDrachmas: 5 }, { cost: 42, inDrachmas: 9 }] }
      stock sends the price that the client asked for
    * the client asks with a variable
      query ($unit: String!) { jars { cost(unit: $unit) inObols fair { usual(unit: $unit) } dear } }
      with { unit: "drachma" }
      = { jars: [{ cost: 4, inObols: 30, fair: { usual: 3 }, dear: false }, { cost: 7, inObols: 54, fair: { usual: 5 }, dear: true }] }
      stock sends the price that the client asked for`,
};

/** Clients page through what a room requires with its own page. */
export const argumentOfField: Case = {
  name: '@requires: a field that itself takes arguments',
  rooms: {
    market: 'type Query { jar: Jar } type Jar @key(fields: "id") { id: ID! weight: Int }',
    porters: `type Jar @key(fields: "id") {
        id: ID! weight: Int @external fits(limit: Int! = 2): Boolean @requires(fields: "weight")
      }`,
  },
  world: () => ({ Jar: [{ id: 'j1', weight: 3 }] }),
  resolvers: {
    Query: { jar: first('Jar') },
    Jar: { fits: ({ weight = NaN }: Jar, { limit }: Jar) => weight <= limit },
  },
  generate: { limit: ['1', '4'] },
  asks: `
    * twice with other arguments
      query ($limit: Int! = 3) { jar { a: fits(limit: 1) b: fits(limit: $limit) c: fits } }
      = { jar: { a: false, b: true, c: false } }`,
};
