import { all, first, one, type Case } from '../harness/case';

export const entityCall: Case = {
  name: 'entities: the first room knows two keys, each of the others one',
  rooms: {
    people: `
      type Query { user: User users: [User!]! byMail(mail: ID!): User }
      type User @key(fields: "id") @key(fields: "mail") { id: ID! mail: ID! }`,
    nicks: 'type User @key(fields: "mail") { mail: ID! nick: String! }',
    names: 'type User @key(fields: "id") { id: ID! name(upper: Boolean = false): String }',
  },
  world: () => ({
    User: [
      { id: 'u1', mail: 'a@x', nick: 'ann', name: 'Ann' },
      { id: 'u2', mail: 'b@x', nick: 'bo', name: 'Bo' },
    ],
  }),
  resolvers: {
    Query: { user: first('User'), users: all('User'), byMail: one('User') },
    User: { name: ({ name }: { name: string }, { upper }: { upper: boolean }) => (upper ? name.toUpperCase() : name) },
  },
  generate: { mail: ['"b@x"', '"c@x"'], upper: ['true', 'null'] },
  asks: `
    * the one
      { user { id nick } }
      = { user: { id: "u1", nick: "ann" } }
      asked nicks people
    * the other
      { byMail(mail: "b@x") { name } }
      = { byMail: { name: "Bo" } }
      asked names people
    * both at the same time
      { users { name(upper: true) nick small: name } }
      = { users: [{ name: "ANN", nick: "ann", small: "Ann" }, { name: "BO", nick: "bo", small: "Bo" }] }
      asked names nicks people`,
};
