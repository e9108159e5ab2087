import { all, first, one, type Case } from '../harness/case';

type Account = { secret?: string; hash?: string };

export const inaccessible: Case = {
  name: '@inaccessible and @tag',
  rooms: {
    accounts: `
      type Query { account: Account accounts: [Account!]! hidden: String @inaccessible }
      interface Owned { owner: Person }
      type Account implements Owned @key(fields: "id") @key(fields: "secret") @tag(name: "money") {
        id: ID! secret: ID! @inaccessible owner: Person hash: String @inaccessible
      }
      type Person @key(fields: "id") { id: ID! }
      type Shadow implements Owned @inaccessible { owner: Person }`,
    safes: `type Account @key(fields: "secret") {
        secret: ID! @inaccessible hash: String @external proof: String @requires(fields: "hash") limit(of: Int = 3, staff: Boolean @inaccessible): Int
      }`,
    people:
      'type Person @key(fields: "id") { id: ID! name: String @tag(name: "public") friends: [Person!] @inaccessible count: Int }',
  },
  world: () => {
    const people = [
      { id: 'p1', name: 'Ann', count: 1 },
      { id: 'p2', name: 'Bo', count: 0 },
    ];
    return {
      Person: people,
      Account: [
        { id: 'a1', secret: 's1', owner: people[0], hash: 'h1' },
        { id: 'a2', secret: 's2', owner: null, hash: null },
      ],
    };
  },
  resolvers: {
    Query: { account: first('Account'), accounts: all('Account') },
    Account: {
      proof: ({ hash }: Account) => (hash === undefined ? 'MISSING' : `proof ${hash}`),
      limit: (_: never, { of }: { of: number }) => of,
    },
  },
  generate: { of: ['1', 'null'] },
  asks: `
    * a key that clients do not see
      { accounts { id limit } }
      = { accounts: [{ id: "a1", limit: 3 }, { id: "a2", limit: 3 }] }
    * a required field that clients do not see
      { accounts { proof owner { name } } }
      = { accounts: [{ proof: "proof h1", owner: { name: "Ann" } }, { proof: "proof null", owner: null }] }
    * what the API tells of itself
      { account: __type(name: "Account") { fields { name args { name } } interfaces { name } } shadow: __type(name: "Shadow") { name } owned: __type(name: "Owned") { possibleTypes { name } } __schema { queryType { fields { name } } } }
      = { account: { fields: [{ name: "id", args: [] }, { name: "owner", args: [] }, { name: "proof", args: [] }, { name: "limit", args: [{ name: "of" }] }], interfaces: [{ name: "Owned" }] }, shadow: null, owned: { possibleTypes: [{ name: "Account" }] }, __schema: { queryType: { fields: [{ name: "account" }, { name: "accounts" }] } } }`,
};

const HIDDEN = { __typename: 'Ghost', id: 'g1', name: 'Boo' };
export const hiddenTypes: Case = {
  name: '@inaccessible: types behind an interface and a union',
  rooms: {
    a: `
      interface Being { id: ID! name: String }
      type Cat implements Being @key(fields: "id") { id: ID! name: String }
      type Ghost implements Being @key(fields: "id") @inaccessible { id: ID! name: String }
      union Any = Cat | Ghost
      type Query { beings: [Being] anything: [Any] being: Being cats: [Cat!]! }`,
    b: 'type Cat @key(fields: "id") { id: ID! lives: Int }',
  },
  world: () => ({ Cat: [{ id: 'c1', name: 'Tom', lives: 9 }], Ghost: [HIDDEN] }),
  resolvers: {
    Query: {
      beings: all('Cat', 'Ghost'),
      anything: all('Ghost', 'Cat'),
      being: first('Ghost'),
      cats: all('Cat'),
    },
  },
  asks: `
    * only those that are seen
      { cats { name lives } }
      = { cats: [{ name: "Tom", lives: 9 }] }
    * an object of a hidden type is null
      { being { id } beings { id ... on Cat { lives } } }
      = { being: null, beings: [{ id: "c1", lives: 9 }, null] }
      errors some
    * and so is a hidden member
      { anything { __typename ... on Cat { lives } } }
      = { anything: [null, { __typename: "Cat", lives: 9 }] }
      errors some`,
};

/** The planner knows no way; the gateway must say so. */
export const noWay: Case = {
  name: 'interfaces: a field that no one room has for all types',
  rooms: {
    a: {
      sdl: `
        type Query { node(id: ID!): Node @shareable account(id: ID!): Account }
        interface Node { id: ID! }
        type Account implements Node @key(fields: "id") { id: ID! nick: String }
        type Chat implements Node @key(fields: "id") { id: ID! @external account: Account }`,
    },
    b: {
      sdl: `
        type Query { node(id: ID!): Node @shareable chat(id: ID!): Chat }
        interface Node { id: ID! }
        type Account implements Node @key(fields: "id") { id: ID! @external chats: [Chat!] }
        type Chat implements Node @key(fields: "id") { id: ID! text: String }`,
    },
  },
  world: () => {
    const account = { __typename: 'Account', id: 'a1', nick: 'ann', chats: [] as unknown[] };
    const chat = { __typename: 'Chat', id: 'c1', text: 'hi', account };
    account.chats.push(chat);
    return { Account: [account], Chat: [chat] };
  },
  resolvers: {
    Query: {
      node: (_: never, args: never, world) => one('Account')(_, args, world) ?? one('Chat')(_, args, world),
      account: one('Account'),
      chat: one('Chat'),
    },
  },
  asks: `
    * what each is
      { account: node(id: "a1") { __typename } chat: node(id: "c1") { __typename } }
      = { account: { __typename: "Account" }, chat: { __typename: "Chat" } }
    * its own fields, each in its room
      { account: node(id: "a1") { ... on Account { id nick } } chat: node(id: "c1") { ... on Chat { id text } } }
      = { account: { id: "a1", nick: "ann" }, chat: { id: "c1", text: "hi" } }
    * a field that each room has for one of them only
      { node(id: "a1") { id } }
      errors some
      alone it has the field for both
    * the same, beside what can be answered
      { account(id: "a1") { id } node(id: "c1") { id ... on Chat { text } } }
      errors some
      alone it has the field for both
    * the other type
      { account: node(id: "a1") { ... on Chat { id } } chat: node(id: "c1") { __typename ... on Account { id } } }
      = { account: {}, chat: { __typename: "Chat" } }
    * there and back
      { chat(id: "c1") { id text account { id nick chats { id } } } account(id: "a1") { chats { text } } }
      = { chat: { id: "c1", text: "hi", account: { id: "a1", nick: "ann", chats: [{ id: "c1" }] } }, account: { chats: [{ text: "hi" }] } }`,
};
