import { type Case, type Thing } from '../harness/case';

export const lists: Case = {
  name: '@key: entities in lists of lists, repeated, null',
  rooms: {
    board: `
      type Query { grid: [[Stone]] rows: [[Stone!]!]! none: [Stone!] }
      type Stone @key(fields: "id") { id: ID! next: Stone around: [[Stone]] }`,
    colours: 'type Stone @key(fields: "id") { id: ID! colour: String }',
  },
  world: () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id, at): Thing => ({ id, colour: ['red', 'blue', null][at] }));
    Object.assign(a as object, { next: b, around: [[b, c], null, [null, a]] });
    Object.assign(b as object, { next: a, around: [] });
    return { Stone: [a, b, c] as Thing[] };
  },
  resolvers: {
    Query: {
      grid: (_: never, __: never, { Stone: stones = [] }) => [
        [stones[0], null, stones[1]],
        null,
        [],
        [stones[2], stones[0]],
      ],
      rows: (_: never, __: never, { Stone: stones = [] }) => [stones.slice(0, 2), stones.slice(1, 2)],
      none: () => [],
    },
  },
  generate: {},
  asks: `
    * puts each where it belongs
      { grid { id colour } }
      = { grid: [[{ id: "a", colour: "red" }, null, { id: "b", colour: "blue" }], null, [], [{ id: "c", colour: null }, { id: "a", colour: "red" }]] }
      asked board colours
    * asks nobody about an empty list
      { none { colour } }
      = { none: [] }
      asked board
    * goes through lists in lists
      { rows { around { colour } next { colour next { colour } } } }
      = { rows: [[{ around: [[{ colour: "blue" }, { colour: null }], null, [null, { colour: "red" }]], next: { colour: "blue", next: { colour: "red" } } }, { around: [], next: { colour: "red", next: { colour: "blue" } } }], [{ around: [], next: { colour: "red", next: { colour: "blue" } } }]] }`,
};
