import { one, type Case } from '../harness/case';

const said = (room: string) => ({ Text: { made: () => room } });
const progressive = (label: string, asks: string): Case => ({
  name: `@override: progressive, ${label}`,
  rooms: {
    old: {
      sdl: 'type Query { text(id: ID!): Text } type Text @key(fields: "id") { id: ID! made: String title: String }',
      resolvers: said('old'),
    },
    new: {
      sdl: `type Text @key(fields: "id") { id: ID! made: String @override(from: "old", label: "${label}") by: String }`,
      resolvers: said('new'),
    },
  },
  world: () => ({ Text: [{ id: 't1', title: 'Wine', by: 'bob' }] }),
  resolvers: { Query: { text: one('Text') } },
  asks,
});

export const progressiveNone = progressive(
  'percent(0)',
  `
    * stays with the old room
      { text(id: "t1") { made title } }
      = { text: { made: "old", title: "Wine" } }
      asked old
      alone there are no two rooms`,
);
export const progressiveAll = progressive(
  'percent(100)',
  `
    * goes to the new room
      { text(id: "t1") { made by } }
      = { text: { made: "new", by: "bob" } }
      asked new old
      alone there are no two rooms
      stock knows no labels`,
);
