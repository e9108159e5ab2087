import { all, type Case, type Thing } from '../harness/case';

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
  generate: { limit: ['1', '3', '50'] },
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
