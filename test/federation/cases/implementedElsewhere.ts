import { all, type Case, type Thing, type World } from '../harness/case';

const anything = (_: never, { id }: { id: string }, world: World): Thing | null =>
  Object.values(world)
    .flat()
    .find((each) => each.id === id) ?? null;

/** To the room that answers `node`, an oven is no node; to the graph it is one. */
export const implementedElsewhere: Case = {
  name: 'abstract types: an implementation that the answering room does not know as one',
  rooms: {
    a: `
      union Good = Oven | Mill
      interface Node { id: ID! }
      interface Warranted { warranty: Int }
      type Oven @key(fields: "id") { id: ID! }
      type Mill implements Node & Warranted @key(fields: "id") { id: ID! warranty: Int }
      type Query { goods: [Good] node(id: ID!): Node nodes: [Node] }`,
    b: `
      interface Node { id: ID! }
      interface Warranted { warranty: Int }
      type Oven implements Node & Warranted @key(fields: "id") { id: ID! warranty: Int }`,
  },
  world: () => ({ Oven: [{ id: 'o1', warranty: 1 }], Mill: [{ id: 'm1', warranty: 3 }] }),
  resolvers: { Query: { goods: all('Oven', 'Mill'), nodes: all('Mill'), node: anything } },
  asks: `
    * is an error of that room, whatever is asked of it
      { oven: node(id: "o1") { ... on Oven { warranty } } mill: node(id: "o1") { ... on Mill { warranty } } any: node(id: "o1") { id } }
      = { oven: null, mill: null, any: null }
      errors oven mill any
      alone knows that it is one
    * others are what they are
      { node(id: "m1") { id ... on Mill { warranty } ... on Oven { warranty } } }
      = { node: { id: "m1", warranty: 3 } }
      asked a
    * as a member of a union it is one
      { goods { __typename ... on Node { id ... on Warranted { warranty } } } }
      = { goods: [{ __typename: "Oven", id: "o1", warranty: 1 }, { __typename: "Mill", id: "m1", warranty: 3 }] }
    * interfaces within interfaces
      { nodes { ... on Node { id ... on Node { id ... on Warranted { warranty } } } } }
      = { nodes: [{ id: "m1", warranty: 3 }] }
      asked a`,
};

const address = (of: string) => ({ __typename: 'Address', of });
const people = () => {
  const agency = { __typename: 'Agency', id: 'a1', company: 'Stoa', mail: address('a1@x') };
  const self = { __typename: 'Self', mail: 's@x' };
  const group = { __typename: 'Group', name: 'Nine', mail: 'g@x' };
  const books = [
    { __typename: 'Book', id: 'b1', publisher: self },
    { __typename: 'Paper', id: 'p1', publisher: agency },
    { __typename: 'Book', id: 'b2', publisher: group },
  ];
  return {
    Book: books.filter((each) => each.__typename === 'Book'),
    Paper: books.filter((each) => each.__typename === 'Paper'),
    Agency: [agency],
    Note: books.map((of, at) => ({ id: `n${at}`, of })),
  };
};

/** Members without a key, one that only one room knows, and a field that is an object in one and a text in the others. */
export const unlikeMembers: Case = {
  name: 'abstract types: members of a union that are unlike each other',
  rooms: {
    notes: `
      interface Work { id: ID! }
      type Book implements Work @key(fields: "id") { id: ID! }
      type Paper implements Work @key(fields: "id") { id: ID! }
      type Note { id: ID! of: Work }
      type Query { notes: [Note!]! }`,
    works: `
      interface Work { id: ID! publisher: Publisher }
      type Book implements Work @key(fields: "id") { id: ID! publisher: Publisher }
      type Paper implements Work @key(fields: "id") { id: ID! publisher: Publisher }
      union Publisher = Agency | Self | Group
      type Agency @key(fields: "id") { id: ID! }
      type Self { mail: String }
      type Group { name: String mail: String }
      type Query { works: [Work!]! }`,
    agencies: `
      type Agency @key(fields: "id") { id: ID! company: String mail: Address }
      type Address { of: String }`,
  },
  world: people,
  resolvers: { Query: { notes: all('Note'), works: all('Book', 'Paper') } },
  generate: {},
  asks: `
    * of each what it has
      { notes { of { ... on Paper { publisher { ...P } } ... on Book { publisher { ...P } } } } }
      fragment P on Publisher { ... on Agency { id company } ... on Self { mail } ... on Group { name } }
      = { notes: [{ of: { publisher: { mail: "s@x" } } }, { of: { publisher: { id: "a1", company: "Stoa" } } }, { of: { publisher: { name: "Nine" } } }] }
    * a field of other types under other names
      { works { publisher { ... on Agency { object: mail { of } } ... on Self { text: mail } ... on Group { text: mail } } } }
      = { works: [{ publisher: { text: "s@x" } }, { publisher: { text: "g@x" } }, { publisher: { object: { of: "a1@x" } } }] }
    * the field of the interface, and what is left out for one of its types
      query ($yes: Boolean = true) {
        notes { of { id ... on Work { type: __typename } ... on Book @skip(if: $yes) { publisher { __typename } } ... on Paper @include(if: $yes) { publisher { __typename ... on Agency @skip(if: $yes) { company } } } } }
      }
      = { notes: [{ of: { id: "b1", type: "Book" } }, { of: { id: "p1", type: "Paper", publisher: { __typename: "Agency" } } }, { of: { id: "b2", type: "Book" } }] }`,
};
