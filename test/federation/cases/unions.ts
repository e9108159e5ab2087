import { all, first, one, type Case } from '../harness/case';

const media = () => {
  const book = { __typename: 'Book', id: 'b1', title: 'Laws', isbn: 'x1' };
  const film = { __typename: 'Film', id: 'm1', title: 'Sea', minutes: 9 };
  const song = { __typename: 'Song', id: 's1', title: 'Paean', beats: 60 };
  return { Book: [book], Film: [film], Song: [song], Viewer: [{ id: 'v1', book, song, medium: book, films: [film] }] };
};

export const unionIntersection: Case = {
  name: 'unions: members that not all rooms know',
  rooms: {
    a: `
      union Medium = Book | Song
      union ViewerMedium = Book | Song
      type Book @key(fields: "id") { id: ID! title: String! @shareable }
      type Song @key(fields: "id") { id: ID! title: String! @shareable beats: Int }
      type Query { medium: Medium @shareable book: Medium @shareable song: Medium viewer: Viewer @shareable }
      type Viewer { medium: ViewerMedium @shareable book: ViewerMedium @shareable song: ViewerMedium }`,
    b: `
      union Medium = Book | Film
      union ViewerMedium = Book | Film
      type Book @key(fields: "id") { id: ID! title: String! @shareable isbn: String }
      type Film @key(fields: "id") { id: ID! title: String! @shareable minutes: Int }
      type Query { medium: Medium @shareable book: Medium @shareable films: [Medium] viewer: Viewer @shareable }
      type Viewer { medium: ViewerMedium @shareable book: ViewerMedium @shareable films: [ViewerMedium!] }`,
  },
  world: media,
  resolvers: {
    Query: {
      medium: first('Book'),
      book: first('Book'),
      song: first('Song'),
      films: all('Film'),
      viewer: first('Viewer'),
    },
  },
  generate: {},
  asks: `
    * a member that is not it
      { medium { ... on Film { title } } }
      = { medium: {} }
    * a member that both know
      { medium { ... on Book { title } } book { __typename } }
      = { medium: { title: "Laws" }, book: { __typename: "Book" } }
    * members of both rooms
      { medium { ... on Book { title isbn } ... on Film { minutes } ... on Song { beats } } }
      = { medium: { title: "Laws", isbn: "x1" } }
    * one that only the one room knows
      { song { __typename ... on Song { title } ... on Film { title } ... on Book { title } } }
      = { song: { __typename: "Song", title: "Paean" } }
      asked a
    * one that only the other room knows
      { films { __typename ... on Song { title } ... on Film { title minutes } } }
      = { films: [{ __typename: "Film", title: "Sea", minutes: 9 }] }
      asked b
    * below an object of both rooms
      { viewer { medium { __typename ... on Song { title } ... on Film { title } ... on Book { title } } book { ... on Book { isbn } } song { __typename ... on Song { title beats } } } }
      = { viewer: { medium: { __typename: "Book", title: "Laws" }, book: { isbn: "x1" }, song: { __typename: "Song", title: "Paean", beats: 60 } } }
    * below, a member that is not it
      { viewer { medium { ... on Film { title } } films { ... on Song { beats } } } }
      = { viewer: { medium: {}, films: [{}] } }
    * below, only __typename
      { viewer { __typename medium { __typename } song { __typename } films { __typename } } }
      = { viewer: { __typename: "Viewer", medium: { __typename: "Book" }, song: { __typename: "Song" }, films: [{ __typename: "Film" }] } }
    * named fragments that overlap
      { medium { ...B ...A } }
      fragment A on Medium { ... on Book { id title } }
      fragment B on Book { isbn ...A }
      = { medium: { isbn: "x1", id: "b1", title: "Laws" } }`,
};

export const distributed: Case = {
  name: 'unions: members that implement an interface in one room only',
  rooms: {
    a: {
      sdl: `
        union Good = Oven | Mill
        interface Node { id: ID! }
        type Oven implements Node @key(fields: "id") { id: ID! }
        type Mill implements Node @key(fields: "id") { id: ID! warranty: Int }
        type Query { goods: [Good] node(id: ID!): Node nodes: [Node] mills: [Mill] }`,
      resolvers: {
        Query: {
          nodes: all('Mill'),
          node: (_: never, args: { id: string }, world) => one('Mill')(_, args as never, world),
        },
      },
    },
    b: `
      interface Warranted { warranty: Int }
      type Oven implements Warranted @key(fields: "id") { id: ID! warranty: Int }
      type Mill @key(fields: "id") { id: ID! }`,
  },
  world: () => ({
    Oven: [
      { id: 'o1', warranty: 1 },
      { id: 'o2', warranty: 2 },
    ],
    Mill: [{ id: 'm1', warranty: 3 }],
  }),
  resolvers: {
    Query: {
      goods: all('Oven', 'Mill'),
      nodes: all('Mill'),
      node: one('Mill'),
      mills: all('Mill'),
    },
  },
  generate: { id: ['"m1"', '"o1"'] },
  asks: `
    * the interface of all members
      { goods { ... on Node { id } } }
      = { goods: [{ id: "o1" }, { id: "o2" }, { id: "m1" }] }
    * the interface of a member
      { goods { __typename ... on Warranted { warranty } } }
      = { goods: [{ __typename: "Oven", warranty: 1 }, { __typename: "Oven", warranty: 2 }, { __typename: "Mill" }] }
    * members of the interface
      { nodes { ... on Mill { warranty } ... on Oven { id } } }
      = { nodes: [{ warranty: 3 }] }
    * interfaces within interfaces
      { nodes { ... on Node { id ... on Node { ... on Warranted { warranty } } } } }
      = { nodes: [{ id: "m1" }] }
    * another type than it is
      { node(id: "m1") { ... on Oven { warranty } } none: node(id: "o1") { ... on Oven { warranty } } }
      = { node: {}, none: null }
    * fragments on type and interface
      { mills { ...M ...N } }
      fragment M on Mill { id }
      fragment N on Node { id __typename }
      = { mills: [{ id: "m1", __typename: "Mill" }] }
    * both at once
      { goods { ... on Oven { warranty id } ... on Mill { warranty } } node(id: "m1") { id ... on Mill { warranty } } }
      = { goods: [{ warranty: 1, id: "o1" }, { warranty: 2, id: "o2" }, { warranty: 3 }], node: { id: "m1", warranty: 3 } }`,
};
