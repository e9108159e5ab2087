import { first, one, type Case } from '../harness/case';

const world = () => {
  const film = { __typename: 'Film', id: 'm1', title: 'Metropolis', minutes: 153, votes: 7, by: 'Fritz', rank: 1 };
  const song = { __typename: 'Song', id: 'm2', title: 'Paean', beats: 60, votes: 3, by: 'Sappho', rank: 2 };
  return { Film: [film], Song: [song], List: [{ id: 'l1', media: [song, film], top: film }] };
};
type Medium = { title?: string; votes?: number };

const OWNER = `
  interface Medium @key(fields: "id") { id: ID! title: String! }
  type Film implements Medium @key(fields: "id") { id: ID! title: String! minutes: Int }
  type Song implements Medium @key(fields: "id") { id: ID! title: String! beats: Int }
  type Query { media: [Medium!]! film: Film }`;

const Query = {
  media: (_: never, __: never, { Film = [], Song = [] }) => [...Film, ...Song],
  voted: (_: never, __: never, { Film = [], Song = [] }) => [...Song, ...Film],
  film: first('Film'),
  list: first('List'),
};

export const interfaceObject: Case = {
  name: '@interfaceObject: fields for all implementations',
  rooms: {
    media: OWNER,
    votes: 'type Medium @key(fields: "id") @interfaceObject { id: ID! votes: Int! } type Query { voted: [Medium!]! }',
    makers: 'type Medium @key(fields: "id") @interfaceObject { id: ID! by: String rank(plus: Int! = 0): Int }',
    lists: `
      type Query { list: List }
      type List @key(fields: "id") { id: ID! media: [Medium] top: Medium }
      type Medium @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }`,
  },
  world,
  resolvers: { Query, Medium: { rank: ({ rank }: { rank: number }, { plus }: { plus: number }) => rank + plus } },
  generate: { plus: ['1', '40'] },
  asks: `
    * stays with the owner
      { media { id title __typename ... on Film { minutes } } }
      = { media: [{ id: "m1", title: "Metropolis", __typename: "Film", minutes: 153 }, { id: "m2", title: "Paean", __typename: "Song" }] }
      asked media
    * adds a field to all
      { media { votes title } }
      = { media: [{ votes: 7, title: "Metropolis" }, { votes: 3, title: "Paean" }] }
      asked media votes
    * adds a field to one implementation
      { film { votes by minutes } }
      = { film: { votes: 7, by: "Fritz", minutes: 153 } }
      asked makers media votes
    * in a fragment on one implementation
      { media { ... on Song { votes beats } } }
      = { media: [{}, { votes: 3, beats: 60 }] }
    * starts at the object
      { voted { id votes } }
      = { voted: [{ id: "m2", votes: 3 }, { id: "m1", votes: 7 }] }
      asked votes
    * starts at the object and asks the owner
      { voted { title } }
      = { voted: [{ title: "Paean" }, { title: "Metropolis" }] }
      asked media votes
    * starts at the object and asks what it is
      { voted { __typename votes } }
      = { voted: [{ __typename: "Song", votes: 3 }, { __typename: "Film", votes: 7 }] }
      asked media votes
    * starts at the object and asks for one implementation
      { voted { ... on Film { minutes votes } id } }
      = { voted: [{ id: "m2" }, { minutes: 153, votes: 7, id: "m1" }] }
    * asks for an implementation and only what the object has
      { voted { ... on Song { votes } } }
      = { voted: [{ votes: 3 }, {}] }
    * goes from one object to another
      { voted { by votes rank(plus: 10) } }
      = { voted: [{ by: "Sappho", votes: 3, rank: 12 }, { by: "Fritz", votes: 7, rank: 11 }] }
      asked makers votes
    * is referred to by a room that only knows the key
      { list { media { id votes } top { by } } }
      = { list: { media: [{ id: "m2", votes: 3 }, { id: "m1", votes: 7 }], top: { by: "Fritz" } } }
    * is referred to, and what it is matters
      { list { media { __typename title ... on Film { by } } top { ... on Song { beats } ... on Medium { rank } } } }
      = { list: { media: [{ __typename: "Song", title: "Paean" }, { __typename: "Film", title: "Metropolis", by: "Fritz" }], top: { rank: 1 } } }
    * under aliases
      { voted { id: votes title: by kind: __typename } }
      = { voted: [{ id: 3, title: "Sappho", kind: "Song" }, { id: 7, title: "Fritz", kind: "Film" }] }
      stock takes the alias for the key`,
};

export const interfaceObjectRequires: Case = {
  name: '@interfaceObject: with @requires, also of the implementations',
  rooms: {
    media: OWNER,
    votes: {
      sdl: `
        type Query { voted: [Medium!]! }
        type Medium @key(fields: "id") @interfaceObject {
          id: ID! title: String! @external votes: Int! banner: String! @requires(fields: "title")
        }`,
      resolvers: { Medium: { banner: ({ title }: Medium) => (title ? `${title}!` : null) } },
    },
    ranks: {
      sdl: `type Medium @key(fields: "id") @interfaceObject {
          id: ID! votes: Int! @external double: Int @requires(fields: "votes")
        }`,
      resolvers: { Medium: { double: ({ votes = NaN }: Medium) => votes * 2 } },
    },
  },
  world,
  resolvers: { Query },
  alone: {
    Medium: { banner: ({ title }: Medium) => `${title}!`, double: ({ votes = NaN }: Medium) => votes * 2 },
  },
  generate: {},
  asks: `
    * from the owner
      { media { banner } }
      = { media: [{ banner: "Metropolis!" }, { banner: "Paean!" }] }
      asked media votes
    * from the object
      { voted { id banner } }
      = { voted: [{ id: "m2", banner: "Paean!" }, { id: "m1", banner: "Metropolis!" }] }
    * of another object
      { media { double } voted { double title } }
      = { media: [{ double: 14 }, { double: 6 }], voted: [{ double: 6, title: "Paean" }, { double: 14, title: "Metropolis" }] }
    * on one implementation
      { film { banner double } voted { ... on Film { banner } } }
      = { film: { banner: "Metropolis!", double: 14 }, voted: [{}, { banner: "Metropolis!" }] }
    * in a fragment on the interface
      { media { ... on Medium { ... on Song { banner beats } } } }
      = { media: [{}, { banner: "Paean!", beats: 60 }] }
    * with what it is
      { voted { __typename banner } }
      = { voted: [{ __typename: "Song", banner: "Paean!" }, { __typename: "Film", banner: "Metropolis!" }] }`,
};

/** The room of the interface has no implementation, or none that can be asked about. */
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
    media: OWNER,
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
  world: () => ({ ...world(), Person: [{ id: '1', name: 'Fritz' }] }),
  resolvers: { Query: { ...Query, person: one('Person') } },
  generate: { id: ['"1"', '"2"'] },
  asks: `
    * three roots at once
      { media { id title ... on Film { minutes by } ... on Song { beats } } person(id: "1") { name } list { id top { id ... on Film { minutes } } } }
      = { media: [{ id: "m1", title: "Metropolis", minutes: 153, by: "Fritz" }, { id: "m2", title: "Paean", beats: 60 }], person: { name: "Fritz" }, list: { id: "l1", top: { id: "m1", minutes: 153 } } }
    * through the interface of the list
      { list { top { __typename id ... on Film { votes } ... on Song { by } } } }
      = { list: { top: { __typename: "Film", id: "m1", votes: 7 } } }`,
};
