import { all, fail, first, type Case } from '../harness/case';

const broken = fail('broken');

const parts = (id: string) => ({ id, name: `n${id}`, price: 5, stock: 2, rate: 3 });
export const silence: Case = {
  name: 'errors: rooms that do not answer, and entities that are not there',
  rooms: {
    a: 'type Query { good: Good goods: [Good] must: Good! } type Good @key(fields: "id") { id: ID! name: String! }',
    b: {
      sdl: `
        type Query { fromB: String sure: String! goodsB: [Good!] }
        type Good @key(fields: "id") { id: ID! price: Int! }`,
      resolvers: {
        Good: {
          __resolveReference: async ({ id }: { id: string }) =>
            id === '2' ? null : id === '3' ? broken() : { id, price: 5 },
        },
      },
    },
    c: 'type Good @key(fields: "id") { id: ID! stock: Int rate: Int! @shareable } type Query { fromC: Int }',
    d: {
      sdl: 'type Good @key(fields: "id") { id: ID! stock: Int @external left: Int @requires(fields: "stock") }',
      resolvers: { Good: { left: ({ stock }: { stock?: number | null }) => stock ?? -1 } },
    },
  },
  world: () => ({ Good: ['1', '2', '3'].map(parts) }),
  resolvers: {
    Query: {
      good: first('Good'),
      goods: all('Good'),
      must: first('Good'),
      goodsB: all('Good'),
      fromB: () => 'b',
      sure: () => 'b',
      fromC: () => 3,
    },
  },
  asks: `
    * an entity that the other room does not have, and one that it fails to find
      { goods { name price } }
      = { goods: [{ name: "n1", price: 5 }, null, null] }
      errors some
      alone there are no references
    * a room that is down nulls what it owns
      { good { name stock } fromC }
      = { good: { name: "n1", stock: null }, fromC: null }
      down c
      errors some
      alone there are no rooms
    * and what must not be null, with what holds it
      { good { name price } goods { id rate } fromC }
      = { good: null, goods: [null, null, null], fromC: null }
      down b c
      errors some
      alone there are no rooms
    * and all, where it must not be null
      { good { name } must { price } }
      = null
      down b
      errors some
      alone there are no rooms
    * and the other roots go on
      { fromB fromC good { name } }
      = { fromB: null, fromC: 3, good: { name: "n1" } }
      down b
      errors fromB
      alone there are no rooms
    * and all, where the root must not be null
      { sure fromC }
      = null
      down b
      errors sure
      alone there are no rooms
    * what others require of it cannot be asked for
      { good { name left } }
      = { good: { name: "n1", left: null } }
      asked a c
      down c
      errors some
      alone there are no rooms
    * the first room is down, and nobody else is asked
      { goods { stock price } }
      = { goods: null }
      down a
      errors goods
      asked a
      alone there are no rooms
    * nobody answers
      { good { name } fromB fromC }
      = { good: null, fromB: null, fromC: null }
      down a b c
      errors good fromB fromC
      alone there are no rooms`,
};
