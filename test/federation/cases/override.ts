import { all, first, type Case } from '../harness/case';

const posts = () => ({
  Post: [
    { __typename: 'Image', id: 'i1', made: 'monday', title: 'Sea', by: 'ann' },
    { __typename: 'Text', id: 't1', made: 'friday', title: 'Wine', body: 'dark', by: 'bob' },
  ],
  Image: [{ id: 'i1', made: 'monday', title: 'Sea', by: 'ann' }],
  Text: [{ id: 't1', made: 'friday', title: 'Wine', body: 'dark', by: 'bob' }],
});

const STALE = () => {
  throw new Error('This room has given the field away.');
};

export const override: Case = {
  name: '@override: of a field',
  rooms: {
    old: {
      sdl: `
        type Query { feed: [Text] @shareable old: Text }
        type Text @key(fields: "id") { id: ID! made: String body: String }`,
      resolvers: { Text: { made: STALE } },
    },
    new: `
      type Query { feed: [Text] @shareable new: Text }
      type Text @key(fields: "id") { id: ID! made: String @override(from: "old") title: String }`,
    gone: 'type Text @key(fields: "id") { id: ID! by: String @override(from: "nowhere") }',
  },
  world: posts,
  resolvers: { Query: { feed: all('Text'), old: first('Text'), new: first('Text') } },
  generate: {},
  asks: `
    * comes from the new room
      { old { made } new { made } }
      = { old: { made: "friday" }, new: { made: "friday" } }
    * where both share the root, too
      { feed { id made } }
      = { feed: [{ id: "t1", made: "friday" }] }
      asked new
    * the rest stays
      { feed { body made by title } }
      = { feed: [{ body: "dark", made: "friday", by: "bob", title: "Wine" }] }`,
};

export const overrideOnInterface: Case = {
  name: '@override: on a type behind an interface',
  rooms: {
    old: {
      sdl: `
        interface Post { id: ID! made: String! }
        type Query { feed: [Post] one: Text }
        type Image implements Post @key(fields: "id") { id: ID! made: String! }
        type Text implements Post @key(fields: "id") { id: ID! made: String! @shareable title: String! }`,
      resolvers: { Image: { made: STALE } },
    },
    new: `
      interface Post { id: ID! made: String! }
      type Query { newer: [Post] }
      type Image implements Post @key(fields: "id") { id: ID! made: String! @override(from: "old") by: String }
      type Text implements Post @key(fields: "id") { id: ID! made: String! @external by: String }
      extend type Query { texts: [Text] @provides(fields: "made") }`,
  },
  world: posts,
  resolvers: { Query: { feed: all('Post'), newer: all('Post'), one: first('Text'), texts: all('Text') } },
  generate: {},
  asks: `
    * each from its owner
      { feed { id made } }
      = { feed: [{ id: "i1", made: "monday" }, { id: "t1", made: "friday" }] }
    * from the other side
      { newer { made ... on Text { title } } }
      = { newer: [{ made: "monday" }, { made: "friday", title: "Wine" }] }
    * in fragments
      { feed { ... on Image { made by } ... on Text { made } } }
      = { feed: [{ made: "monday", by: "ann" }, { made: "friday" }] }
    * only the type that stays
      { feed { ... on Text { made title } } one { made } }
      = { feed: [{}, { made: "friday", title: "Wine" }], one: { made: "friday" } }
      asked old`,
};

type Profile = { shown?: string; user?: string };
export const overrideWithRequires: Case = {
  name: '@override: of what another field requires',
  rooms: {
    users: 'type Query { userA: User } type User @key(fields: "id") { id: ID! name: String! user: String }',
    profiles: {
      sdl: `
        type Query { userB: User }
        type User @key(fields: "id") { id: ID! shown: String @external card: String @requires(fields: "shown") other: Int }`,
      resolvers: { User: { card: ({ shown }: Profile) => `card of ${shown}` } },
    },
    old: {
      sdl: 'type Query { userC: User } type User @key(fields: "id") { id: ID! shown: String @shareable }',
      resolvers: { User: { shown: STALE } },
    },
    new: {
      sdl: `type User @key(fields: "id") {
          id: ID! user: String @external shown: String @override(from: "old") @requires(fields: "user")
        }`,
      resolvers: { User: { shown: ({ user }: Profile) => `new ${user}` } },
    },
  },
  world: () => ({ User: [{ id: 'u1', name: 'Ann', user: 'ann', other: 1 }] }),
  resolvers: { Query: { userA: first('User'), userB: first('User'), userC: first('User') } },
  alone: { User: { shown: ({ user }: Profile) => `new ${user}`, card: ({ user }: Profile) => `card of new ${user}` } },
  generate: {},
  asks: `
    * from its old room
      { userC { id name shown } }
      = { userC: { id: "u1", name: "Ann", shown: "new ann" } }
    * from the room that requires it
      { userB { card other } }
      = { userB: { card: "card of new ann", other: 1 } }
    * with all of it
      { userA { card shown user name } }
      = { userA: { card: "card of new ann", shown: "new ann", user: "ann", name: "Ann" } }
    * from all sides
      { userA { shown } userB { shown name } userC { card } }
      = { userA: { shown: "new ann" }, userB: { shown: "new ann", name: "Ann" }, userC: { card: "card of new ann" } }`,
};
