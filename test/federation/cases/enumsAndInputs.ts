import { all, type Case, type World } from '../harness/case';

const people = () => ({
  Person: [
    { id: 'u1', name: 'Ann', role: 'MEMBER', rank: 'HIGH' },
    { id: 'u2', name: 'Bob', role: 'GUEST', rank: 'LOW' },
    { id: 'u3', name: 'Cy', role: null, rank: 'MID' },
  ],
});
const byRole = (_: never, { role }: { role: string }, { Person = [] }: World) =>
  Person.filter((each) => each.role === role);

export const enums: Case = {
  name: 'enums: values that not all rooms have, and hidden ones',
  rooms: {
    a: `
      enum Role { MEMBER GUEST @inaccessible }
      enum Rank { LOW HIGH }
      type Query { people: [Person!] ofRole(role: Role! = MEMBER): [Person!]! }
      type Person @key(fields: "id") { id: ID! role: Role }`,
    b: {
      sdl: `
        enum Role { MEMBER GUEST @inaccessible }
        enum Rank { LOW MID HIGH }
        type Query { others: [Person!] }
        type Person @key(fields: "id") { id: ID! rank: Rank name: String }`,
    },
  },
  world: people,
  resolvers: { Query: { people: all('Person'), others: all('Person'), ofRole: byRole } },
  generate: { role: ['MEMBER'] },
  asks: `
    * values that all have
      { ofRole(role: MEMBER) { id role rank } }
      = { ofRole: [{ id: "u1", role: "MEMBER", rank: "HIGH" }] }
    * by default
      { ofRole { role } }
      = { ofRole: [{ role: "MEMBER" }] }
    * by variable
      query ($role: Role! = MEMBER) { ofRole(role: $role) { name } }
      = { ofRole: [{ name: "Ann" }] }
    * a value that is hidden becomes null, with an error
      { people { id role } }
      = { people: [{ id: "u1", role: "MEMBER" }, { id: "u2", role: null }, { id: "u3", role: null }] }
      errors people.1.role
    * that one is not asked for
      { people { name } }
      = { people: [{ name: "Ann" }, { name: "Bob" }, { name: "Cy" }] }
    * a value that only one room has
      { others { rank role } }
      = { others: [{ rank: "HIGH", role: "MEMBER" }, { rank: "LOW", role: null }, { rank: "MID", role: null }] }
      errors others.1.role
    * the API does not know what is hidden
      { __type(name: "Role") { enumValues { name } } rank: __type(name: "Rank") { enumValues { name } } }
      = { __type: { enumValues: [{ name: "MEMBER" }] }, rank: { enumValues: [{ name: "LOW" }, { name: "HIGH" }, { name: "MID" }] } }`,
};

type Filter = { first?: number; ids?: string[]; deep?: { flag?: boolean } };
const filtered = (_: never, { filter }: { filter: Filter }, { Person = [] }: World) =>
  Person.filter(({ id }) => !filter.ids || filter.ids.includes(String(id))).slice(0, filter.first);

export const inputs: Case = {
  name: 'input objects: fields that not all rooms have',
  rooms: {
    a: `
      input Filter { first: Int! = 2 ids: [ID!] onlyA: String deep: Deep }
      input Deep { flag: Boolean = true }
      type Query { inA(filter: Filter!): [Person!] echoA(filter: Filter): String }
      type Person @key(fields: "id") { id: ID! }`,
    b: `
      input Filter { first: Int! = 2 ids: [ID!] deep: Deep onlyB: [Int] }
      input Deep { flag: Boolean = true }
      type Query { inB(filter: Filter!): [Person!] }
      type Person @key(fields: "id") { id: ID! name: String }`,
  },
  world: people,
  resolvers: {
    Query: {
      inA: filtered,
      inB: filtered,
      echoA: (_: never, { filter }: { filter?: Filter }) => JSON.stringify(filter ?? null),
    },
  },
  generate: { filter: ['{ first: 1 }', '{}', '{ ids: ["u2"], first: 3 }'] },
  asks: `
    * as a literal
      { inA(filter: { first: 1 }) { id name } }
      = { inA: [{ id: "u1", name: "Ann" }] }
    * with a default of its field
      { inB(filter: {}) { name } }
      = { inB: [{ name: "Ann" }, { name: "Bob" }] }
    * as a variable
      query ($filter: Filter!) { inA(filter: $filter) { name } inB(filter: $filter) { id } }
      with { filter: { first: 5, ids: ["u2", "u3"] } }
      = { inA: [{ name: "Bob" }, { name: "Cy" }], inB: [{ id: "u2" }, { id: "u3" }] }
    * with variables within
      query ($ids: [ID!], $flag: Boolean) { inA(filter: { ids: $ids, first: 3, deep: { flag: $flag } }) { id } echoA(filter: { deep: { flag: $flag }, ids: $ids }) }
      with { ids: "u2" }
      = { inA: [{ id: "u2" }], echoA: "{\\"first\\":2,\\"ids\\":[\\"u2\\"],\\"deep\\":{\\"flag\\":true}}" }
    * with null and with nothing
      query ($none: Filter, $null: Filter) { a: echoA b: echoA(filter: $none) c: echoA(filter: $null) d: echoA(filter: null) e: echoA(filter: { deep: null }) }
      with { null: null }
      = { a: "null", b: "null", c: "null", d: "null", e: "{\\"first\\":2,\\"deep\\":null}" }
    * the API knows what all rooms know
      { __type(name: "Filter") { inputFields { name } } }
      = { __type: { inputFields: [{ name: "first" }, { name: "ids" }, { name: "deep" }] } }`,
};
