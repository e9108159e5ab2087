import { all, first, one, type Case } from '../harness/case';

const world = () => ({
  User: [
    { id: 'u1', name: 'Ada', nick: 'ada', rid: 'r1' },
    { id: 'u2', name: 'Bo', nick: 'bo', rid: 'r2' },
  ],
});
const Query = { user: one('User'), users: all('User'), random: first('User'), found: first('User') };

const asks = `
    * starts where the entity is extended
      { random { id nick } }
      = { random: { id: "u1", nick: "ada" } }
    * fetches what the owner has
      { random { id name } }
      = { random: { id: "u1", name: "Ada" } }
    * starts at the owner
      { user(id: "u2") { name nick } }
      = { user: { name: "Bo", nick: "bo" } }
    * from both sides
      { user(id: "u1") { id nick } random { name rid } nobody: user(id: "u9") { nick } }
      = { user: { id: "u1", nick: "ada" }, random: { name: "Ada", rid: "r1" }, nobody: null }`;

const extended = (name: string, owner: string, extension: string, federation1: boolean): Case => ({
  name,
  rooms: {
    owner: { sdl: owner, federation1 },
    extension: { sdl: extension, federation1 },
  },
  world,
  resolvers: { Query },
  generate: { id: ['"u1"', '"u9"'] },
  asks,
});

const OWNER = 'type Query { user(id: ID!): User } type User @key(fields: "id") { id: ID! name: String! nick: String }';
const OWNER2 = OWNER.replace('nick: String', 'nick: String @shareable');

export const fed1Extends = extended(
  'Federation 1: @extends and @external',
  OWNER.replace(' nick: String', ' '),
  'type Query @extends { random: User } type User @extends @key(fields: "id") { id: ID! @external nick: String rid: ID }',
  true,
);
export const fed1Extension = extended(
  'Federation 1: extend type',
  OWNER.replace(' nick: String', ' '),
  'extend type Query { random: User } extend type User @key(fields: "id") { id: ID! @external nick: String rid: ID }',
  true,
);
export const fed2Extends = extended(
  'Federation 2: @extends and @external',
  OWNER2,
  `type Query @extends { random: User @provides(fields: "nick") }
   type User @extends @key(fields: "id") { id: ID! @external nick: String @external rid: ID }`,
  false,
);
export const fed2Extension = extended(
  'Federation 2: extend type',
  OWNER2,
  `extend type Query { random: User @provides(fields: "nick") }
   extend type User @key(fields: "id") { id: ID! @external nick: String @external rid: ID }`,
  false,
);

/** An extension whose key the owner does not enter by, but which it does know. */
export const resolvableExtension: Case = {
  name: 'Federation 1: an extension with another key',
  rooms: {
    owner: {
      sdl: 'type Query { user(id: ID!): User } type User @key(fields: "id") @key(fields: "nick") { id: ID! nick: String! name: String }',
      federation1: true,
    },
    search: {
      sdl: 'extend type Query { found: User } type User @extends @key(fields: "nick") { nick: String! @external rid: ID }',
      federation1: true,
    },
  },
  world,
  resolvers: { Query },
  generate: { id: ['"u1"'] },
  asks: `
    * comes from the extension
      { found { nick name id rid } }
      = { found: { nick: "ada", name: "Ada", id: "u1", rid: "r1" } }
    * goes to the extension
      { user(id: "u2") { rid } }
      = { user: { rid: "r2" } }`,
};

/** A field that a room calls external and that it has no way to. */
export const mysterious: Case = {
  name: '@external: by a room of Federation 1, for nothing',
  rooms: {
    goods: 'type Query { goods: Good } type Good @key(fields: "id") { id: ID! name: String! }',
    prices: {
      sdl: 'extend type Good @key(fields: "id") { id: ID! @external name: String! @external price: Int }',
      federation1: true,
    },
  },
  world: () => ({ Good: [{ id: 'g1', name: 'Salt', price: 5 }] }),
  resolvers: { Query: { goods: first('Good') } },
  generate: {},
  asks: `
    * comes from its owner
      { goods { price name } }
      = { goods: { price: 5, name: "Salt" } }
      asked goods prices
    * alone
      { goods { price } }
      = { goods: { price: 5 } }`,
};
