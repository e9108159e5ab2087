import { all, first, type Case } from '../harness/case';

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
  generate: { times: ['1', '2'] },
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
    * from the middle, all of them
      { end(times: 1) { both fourth third second start } }
      = { end: { both: "10 12", fourth: 13, third: 12, second: 11, start: 10 } }
      stock asks the middle before it knows what that requires
    * one of them, by another name
      { link { third: second start: third } }
      = { link: { third: 11, start: 12 } }`,
};
