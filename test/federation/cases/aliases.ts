import { all, first, type Case } from '../harness/case';

const world = () => {
  const user = { __typename: 'User', id: 'u1', name: 'Ann', similar: [] as unknown[], mail: 'ann@x', score: 4 };
  const admin = { __typename: 'Admin', id: 'a1', name: 'Root', similar: [] as unknown[], level: 9, score: 'high' };
  for (const each of [user, admin]) each.similar.push(user, admin);
  return { User: [user], Admin: [admin] };
};
const Query = {
  users: all('User'),
  accounts: all('User', 'Admin'),
  user: first('User'),
};

/** The types of fields differ between the members, so that one fetch cannot ask for both under their own names. */
export const mismatch: Case = {
  name: 'aliases: fields of one name and different types',
  rooms: {
    a: `
      union Account = User | Admin
      type User @key(fields: "id") { id: ID! name: String! similar: [Account!]! }
      type Admin @key(fields: "id") { id: ID name: String similar: [Account!]! }
      type Query { users: [User!]! accounts: [Account!]! user: User }`,
    b: 'type User @key(fields: "id") { id: ID! score: Int! mail: String }',
    c: 'type Admin @key(fields: "id") { id: ID level: Int score: String }',
  },
  world,
  resolvers: { Query },
  generate: {},
  asks: `
    * in fragments beside each other
      { users { id name } accounts { ... on User { mail } ... on Admin { level } } }
      = { users: [{ id: "u1", name: "Ann" }], accounts: [{ mail: "ann@x" }, { level: 9 }] }
    * the same name from the same field
      { accounts { ... on User { similar { ... on User { mail } ... on Admin { level } } } ... on Admin { similar { ... on User { name } ... on Admin { again: name } } } } }
      = { accounts: [{ similar: [{ mail: "ann@x" }, { level: 9 }] }, { similar: [{ name: "Ann" }, { again: "Root" }] }] }
    * one name for what two types have
      { accounts { __typename ... on User { it: mail } ... on Admin { it: score } } }
      = { accounts: [{ __typename: "User", it: "ann@x" }, { __typename: "Admin", it: "high" }] }
    * names exchanged
      { user { name: id id: name mail } }
      = { user: { name: "u1", id: "Ann", mail: "ann@x" } }
      stock takes the alias for the key
    * a name that is a field of the other type
      { accounts { ... on User { level: score } ... on Admin { mail: name } } }
      = { accounts: [{ level: 4 }, { mail: "Root" }] }
    * names that only look reserved
      { user { _a: id __a: name _entities: mail a__0: mail } }
      = { user: { _a: "u1", __a: "Ann", _entities: "ann@x", a__0: "ann@x" } }`,
};

export const typename: Case = {
  name: '__typename: everywhere',
  rooms: {
    a: `
      union Account = User | Admin
      interface Named { name: String }
      type User implements Named @key(fields: "id") { id: ID! name: String @shareable }
      type Admin implements Named @key(fields: "id") { id: ID! name: String }
      type Query { users: [User!]! accounts: [Account!]! named: [Named] user: User @shareable }`,
    b: 'type User @key(fields: "id") { id: ID! name: String @shareable mail: String } type Query { user: User @shareable }',
  },
  world,
  resolvers: { Query: { ...Query, named: Query.accounts } },
  generate: {},
  asks: `
    * of the root alone
      { __typename }
      = { __typename: "Query" }
      asked
    * of the root, twice and with others
      { kind: __typename users { __typename } __typename }
      = { kind: "Query", users: [{ __typename: "User" }], __typename: "Query" }
    * of a union
      { accounts { __typename } }
      = { accounts: [{ __typename: "User" }, { __typename: "Admin" }] }
    * of an interface
      { named { kind: __typename name } }
      = { named: [{ kind: "User", name: "Ann" }, { kind: "Admin", name: "Root" }] }
    * under an alias only, where another room needs it
      { users { t: __typename mail } }
      = { users: [{ t: "User", mail: "ann@x" }] }
    * under an alias that hides it
      { accounts { name: __typename ... on User { mail } } }
      = { accounts: [{ name: "User", mail: "ann@x" }, { name: "Admin" }] }
    * in fragments
      { accounts { ... on User { __typename mail } ...N ... { again: __typename } } }
      fragment N on Named { of: __typename }
      = { accounts: [{ __typename: "User", mail: "ann@x", of: "User", again: "User" }, { of: "Admin", again: "Admin" }] }
    * left out
      query ($no: Boolean!) { users { __typename @include(if: $no) name } __typename @skip(if: $no) }
      with { no: false }
      = { users: [{ name: "Ann" }], __typename: "Query" }
    * of a shared root field
      { user { __typename } }
      = { user: { __typename: "User" } }`,
};
