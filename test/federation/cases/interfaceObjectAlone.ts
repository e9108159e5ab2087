import { first, one, type Case } from '../harness/case';
import { media, mediaRoom, queryMedia } from '../worlds/media';

export const nonResolvableObject: Case = {
  name: '@interfaceObject: that nothing implements',
  rooms: {
    a: {
      sdl: `
        interface Node @key(fields: "id") { id: ID! }
        interface Good @key(fields: "id") { id: ID! }
        type Bread implements Good @key(fields: "id") { id: ID! }
        type Query { plain: Node good: Good }`,
      resolvers: { Node: { __resolveType: () => undefined } },
    },
    b: `
      type Node @key(fields: "id") @interfaceObject { id: ID! field: String! }
      type Query { node: Node }`,
    c: 'type Good @key(fields: "id", resolvable: false) @interfaceObject { id: ID! } type Query { other: Good }',
  },
  world: () => ({ Node: [{ id: 'n1', field: 'foo' }], Bread: [{ id: 'p1' }] }),
  resolvers: { Query: { plain: first('Node'), node: first('Node'), good: first('Bread'), other: first('Bread') } },
  asks: `
    * answers what the object itself knows
      { node { id field } }
      = { node: { id: "n1", field: "foo" } }
      asked b
      alone it needs a type that implements it
    * the key alone
      { node { id } }
      = { node: { id: "n1" } }
      asked b
      alone it needs a type that implements it
    * cannot tell what the interface itself has
      { plain { id } }
      = { plain: null }
      errors some
    * refuses a field of the object where no type implements the interface
      { plain { field } }
      errors some
      alone it has such a field, and no object
      stock answers null, and no error
    * the implementation
      { good { id ... on Bread { __typename } } other { id } }
      = { good: { id: "p1", __typename: "Bread" }, other: { id: "p1" } }
    * asks what it is
      { other { ... on Bread { id } } }
      = { other: { id: "p1" } }`,
};

/** A field of one room's object is asked within another's. */
export const indirect: Case = {
  name: '@interfaceObject: in a room that another leads to',
  rooms: {
    media: mediaRoom,
    people: `
      type Query { person(id: ID!): Person }
      type Person @key(fields: "id") { id: ID! name: String! }
      type Medium @key(fields: "id") @interfaceObject { id: ID! by: String votes: Int }`,
    lists: `
      type Query { list: List }
      type List @key(fields: "id") { id: ID! top: Medium }
      interface Medium { id: ID! }
      type Film implements Medium @key(fields: "id") { id: ID! }
      type Song implements Medium @key(fields: "id") { id: ID! }`,
  },
  world: () => ({ ...media(), Person: [{ id: '1', name: 'Fritz' }] }),
  resolvers: { Query: { ...queryMedia, person: one('Person') } },
  generate: { id: ['"1"', '"2"'] },
  asks: `
    * three roots at once
      { media { id title ... on Film { minutes by } ... on Song { beats } } person(id: "1") { name } list { id top { id ... on Film { minutes } } } }
      = { media: [{ id: "m1", title: "Metropolis", minutes: 153, by: "Fritz" }, { id: "m2", title: "Paean", beats: 60 }], person: { name: "Fritz" }, list: { id: "l1", top: { id: "m1", minutes: 153 } } }
    * through the interface of the list
      { list { top { __typename id ... on Film { votes } ... on Song { by } } } }
      = { list: { top: { __typename: "Film", id: "m1", votes: 7 } } }`,
};
