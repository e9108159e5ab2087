import { first, type Case, type Thing, type World } from '../harness/case';

const log = ({ Log = [] }: World) => Log[0] as { lines: string[] };
const note = (line: string) => (_: never, args: object, world: World) => {
  log(world).lines.push(`${line}${Object.values(args).join('')}`);
  return world.Counter?.[0];
};
const add = (_: never, { by }: { by: number }, world: World) => {
  const [counter] = world.Counter as { total: number }[];
  if (by < 0) throw new Error('It only grows.');
  if (counter) counter.total += by;
  return counter;
};
const times = (_: never, { by }: { by: number }, world: World) => {
  const [counter] = world.Counter as { total: number }[];
  if (counter) counter.total *= by;
  // A snapshot, since the answer is read at its own time.
  return { ...counter };
};

export const mutations: Case = {
  name: 'mutations: in series across rooms',
  rooms: {
    a: `
      type Query { counter: Counter }
      type Mutation { add(by: Int!): Counter reset: Int! note(text: String!): Counter @shareable }
      type Counter @key(fields: "id") { id: ID! value: Int! tax: Int @shareable }`,
    b: `
      type Mutation { times(by: Int!): Counter noteB(text: String!): Counter refuse: Counter! maybe: Counter }
      type Counter @key(fields: "id") {
        id: ID! value: Int! @external lines: [String!] double: Int @requires(fields: "value")
      }`,
  },
  world: () => ({ Counter: [{ id: 'n', total: 1 }], Log: [{ lines: [] }] }),
  resolvers: {
    Query: { counter: first('Counter') },
    Counter: {
      value: ({ total }: { total: number }) => total,
      lines: (_: never, __: never, world) => [...log(world).lines],
      double: ({ value = NaN }: { value?: number }) => value * 2,
    },
    Mutation: {
      add: (parent: never, args: never, world) => ({ ...(add(parent, args, world) as object) }),
      times,
      reset: (_: never, __: never, { Counter = [] }) => ((Counter[0] as Thing).total = 0),
      note: note('a:'),
      noteB: note('b:'),
      refuse: () => {
        throw new Error('refused');
      },
      maybe: () => null,
    },
  },
  alone: { Counter: { double: ({ total }: { total: number }) => total * 2 } },
  asks: `
    * one
      mutation { add(by: 4) { id value } }
      = { add: { id: "n", value: 5 } }
      asked a
    * one after the other, from room to room
      mutation { a: add(by: 4) { value } b: times(by: 10) { id } c: add(by: 1) { value } d: times(by: 2) { __typename } e: add(by: 0) { value } }
      = { a: { value: 5 }, b: { id: "n" }, c: { value: 51 }, d: { __typename: "Counter" }, e: { value: 102 } }
      asked a a a b b
    * one after the other, within a room
      mutation { a: add(by: 1) { value } reset b: add(by: 5) { value } }
      = { a: { value: 2 }, reset: 0, b: { value: 5 } }
    * with fields of another room afterwards
      mutation { add(by: 2) { value double } }
      = { add: { value: 3, double: 6 } }
    * with what the room requires of another
      mutation ($by: Int!) { noteB(text: "x") { double lines } add(by: $by) { double } }
      with { by: 1 }
      = { noteB: { double: 2, lines: ["b:x"] }, add: { double: 4 } }
    * in the order of the operation
      mutation { note(text: "1") { id } noteB(text: "2") { id } two: note(text: "3") { id } three: noteB(text: "4") { id lines } }
      = { note: { id: "n" }, noteB: { id: "n" }, two: { id: "n" }, three: { id: "n", lines: ["a:1", "b:2", "a:3", "b:4"] } }
    * one fails, the others go on
      mutation { bad: add(by: -1) { value } good: add(by: 1) { value } maybe { value } last: times(by: 3) { id } }
      = { bad: null, good: { value: 2 }, maybe: null, last: { id: "n" } }
      errors bad
    * one fails that must not, and nothing is left
      mutation { add(by: 1) { value } refuse { id } }
      = null
      errors refuse
    * its name
      mutation { __typename add(by: 0) { __typename } }
      = { __typename: "Mutation", add: { __typename: "Counter" } }
    * left out
      mutation ($no: Boolean = false) { a: add(by: 1) { value } b: times(by: 9) @include(if: $no) { id } c: add(by: 1) @skip(if: true) { value } d: add(by: 0) { value } }
      = { a: { value: 2 }, d: { value: 2 } }
      asked a a`,
};

/** What both rooms could do is done by one of them, once. */
export const sharedMutation: Case = {
  name: 'mutations: that rooms share',
  rooms: {
    a: `
      type Query { sorts: [Sort!]! }
      type Mutation { addSort(name: String!): Sort! @shareable drop(name: String!): Int! }
      type Sort @key(fields: "name") { name: String! size: Int }`,
    b: `
      type Mutation { addSort(name: String!): Sort! @shareable count: Int! }
      type Sort @key(fields: "name") { name: String! colour: String }`,
  },
  world: () => ({ Sort: [{ name: 'old', size: 1, colour: 'red' }] }),
  resolvers: {
    Query: { sorts: (_: never, __: never, { Sort }) => Sort },
    Mutation: {
      addSort: (_: never, { name }: { name: string }, { Sort }) => {
        const sort = { __typename: 'Sort', name, size: 2, colour: 'blue' };
        Sort?.push(sort);
        return sort;
      },
      drop: (_: never, { name }: { name: string }, { Sort = [] }) =>
        Sort.splice(
          Sort.findIndex((each) => each.name === name),
          1,
        ).length,
      count: (_: never, __: never, { Sort }) => Sort?.length,
    },
  },
  asks: `
    * is done once
      mutation { addSort(name: "new") { name } count }
      = { addSort: { name: "new" }, count: 2 }
    * with fields of both rooms
      mutation { addSort(name: "new") { size colour } count }
      = { addSort: { size: 2, colour: "blue" }, count: 2 }
    * between others, in the order of the operation
      mutation { first: count addSort(name: "new") { colour } second: count drop(name: "old") third: count again: addSort(name: "x") { size } fourth: count }
      = { first: 1, addSort: { colour: "blue" }, second: 2, drop: 1, third: 1, again: { size: 2 }, fourth: 2 }
  `,
};
