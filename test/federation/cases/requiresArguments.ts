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

const talk = () => {
  const note = (topic: string, id: string, by: string, text: string) => ({ __typename: 'Note', topic, id, by, text });
  const notes = [note('t1', 'n1', 'ann', 'x'), note('t1', 'n2', 'bob', 'y'), note('t1', 'n3', 'cy', 'spam')];
  const others = [
    note('t2', 'n4', 'bob', 'spam'),
    note('t2', 'n5', 'ann', 'z'),
    note('t2', 'n6', 'dan', 'w'),
    note('t2', 'n7', 'eve', 'v'),
  ];
  return {
    Topic: [
      { id: 't1', notes },
      { id: 't2', notes: others },
    ],
    Note: [...notes, ...others] as Thing[],
  };
};
type Note = { id: string; text: string };
type Topic = { notes: Note[] };

/** Clients page through what a room requires with its own page. */
export const argumentOfPage: Case = {
  name: '@requires: a list with an argument, and clients that page through it',
  rooms: {
    front: {
      sdl: `
        type Query { topics: [Topic] }
        type Topic @key(fields: "id") { id: ID! notes(limit: Int!): [Note] @external }
        type Note @key(fields: "id") {
          id: ID! by: ID text: String! elsewhere: [Topic] @external
          repeated: Boolean @requires(fields: "elsewhere { notes(limit: 50) { id } }")
        }`,
      resolvers: {
        // Apollo's planner asks this room for what is external to it, when the conditions of a field lead through it.
        Topic: {
          notes: ({ id }: { id: string }, { limit }: { limit: number }, { Note: notes = [] }) =>
            notes.filter(({ topic }) => topic === id).slice(0, limit),
        },
        Note: {
          repeated: ({ elsewhere = [] }: { elsewhere?: Topic[] }) =>
            elsewhere.length > 0 && elsewhere.every(({ notes }) => notes.length > 2 && notes.every(({ id }) => id)),
        },
      },
    },
    talk: {
      sdl: `
        type Topic @key(fields: "id") {
          id: ID! notes(limit: Int!): [Note] lastWriter: Writer @requires(fields: "notes(limit: 3) { by }")
        }
        type Note @key(fields: "id") { id: ID! by: ID @external elsewhere: [Topic] }
        type Writer { id: ID! }`,
      resolvers: {
        Topic: {
          lastWriter: ({ notes }: { notes: { by?: string }[] }) =>
            notes.length === 3 && notes[2]?.by ? { id: notes[2].by } : null,
        },
      },
    },
  },
  world: talk,
  resolvers: {
    Query: { topics: all('Topic') },
    Topic: { notes: ({ notes }: Topic, { limit }: { limit: number }) => notes.slice(0, limit) },
    Note: {
      elsewhere: (note: Note, _: never, { Topic: topics = [] }) =>
        (topics as Topic[]).filter(
          ({ notes }) => notes.every(({ id }) => id !== note.id) && notes.some(({ text }) => text === note.text),
        ),
    },
  },
  alone: {
    Topic: { lastWriter: ({ notes }: { notes: { by: string }[] }) => ({ id: notes[2]?.by }) },
    Note: { repeated: ({ text }: Note) => text === 'spam' },
  },
  asks: `
    * requires the list
      { topics { lastWriter { id } } }
      = { topics: [{ lastWriter: { id: "cy" } }, { lastWriter: { id: "dan" } }] }
    * beside a shorter list
      { topics { lastWriter { id } notes(limit: 1) { id } } }
      = { topics: [{ lastWriter: { id: "cy" }, notes: [{ id: "n1" }] }, { lastWriter: { id: "dan" }, notes: [{ id: "n4" }] }] }
      stock merges the two lists
    * beside a longer list, with a variable
      query ($limit: Int = 4) { topics { notes(limit: $limit) { by } lastWriter { id } } }
      = { topics: [{ notes: [{ by: "ann" }, { by: "bob" }, { by: "cy" }], lastWriter: { id: "cy" } }, { notes: [{ by: "bob" }, { by: "ann" }, { by: "dan" }, { by: "eve" }], lastWriter: { id: "dan" } }] }
      stock merges the two lists
    * in fragments with a variable
      query ($limit: Int = 1) { topics { lastWriter { id } ...A ...B } }
      fragment A on Topic { notes(limit: $limit) { id } }
      fragment B on Topic { notes(limit: $limit) { by } }
      = { topics: [{ lastWriter: { id: "cy" }, notes: [{ id: "n1", by: "ann" }] }, { lastWriter: { id: "dan" }, notes: [{ id: "n4", by: "bob" }] }] }
      stock merges the two lists
    * requires the list below the list
      { topics { notes(limit: 3) { repeated } } }
      = { topics: [{ notes: [{ repeated: false }, { repeated: false }, { repeated: true }] }, { notes: [{ repeated: true }, { repeated: false }, { repeated: false }] }] }
    * two pages under two names
      { topics { a: notes(limit: 1) { id } b: notes(limit: 2) { by } } }
      = { topics: [{ a: [{ id: "n1" }], b: [{ by: "ann" }, { by: "bob" }] }, { a: [{ id: "n4" }], b: [{ by: "bob" }, { by: "ann" }] }] }`,
};

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
  asks: `
    * twice with other arguments
      query ($limit: Int! = 3) { jar { a: fits(limit: 1) b: fits(limit: $limit) c: fits } }
      = { jar: { a: false, b: true, c: false } }`,
};
