import type { Case } from '../harness/case';
import { media, mediaRoom, queryMedia } from '../worlds/media';

type Medium = { title?: string; votes?: number };

export const interfaceObject: Case = {
  name: '@interfaceObject: fields for all implementations',
  rooms: {
    media: mediaRoom,
    votes: 'type Medium @key(fields: "id") @interfaceObject { id: ID! votes: Int! } type Query { voted: [Medium!]! }',
    makers: 'type Medium @key(fields: "id") @interfaceObject { id: ID! by: String rank(plus: Int! = 0): Int }',
    lists: `
      type Query { list: List }
      type List @key(fields: "id") { id: ID! media: [Medium] top: Medium }
      type Medium @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }`,
  },
  world: media,
  resolvers: {
    Query: queryMedia,
    Medium: { rank: ({ rank }: { rank: number }, { plus }: { plus: number }) => rank + plus },
  },
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
    * is referred to, and the key has another name for one of them
      { list { top { ... on Film { key: id id } } media { ... on Song { key: id ... on Medium { key: id } } } } }
      = { list: { top: { key: "m1", id: "m1" }, media: [{ key: "m2" }, {}] } }
      stock asks the room again, which cannot be
    * under aliases
      { voted { id: votes title: by kind: __typename } }
      = { voted: [{ id: 3, title: "Sappho", kind: "Song" }, { id: 7, title: "Fritz", kind: "Film" }] }
      stock takes the alias for the key`,
};

export const interfaceObjectRequires: Case = {
  name: '@interfaceObject: with @requires, also of the implementations',
  rooms: {
    media: mediaRoom,
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
  world: media,
  resolvers: { Query: queryMedia },
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
    * on one implementation, and on all what the same room has
      { media { ... on Song { banner } double } }
      = { media: [{ double: 14 }, { banner: "Paean!", double: 6 }] }
      stock leaves out those that lack what only the one requires
    * on one implementation, left out by one variable within another
      query ($yes: Boolean = true, $no: Boolean = false) { media { ... on Film @include(if: $yes) { ... on Film @include(if: $no) { double } } banner } }
      = { media: [{ banner: "Metropolis!" }, { banner: "Paean!" }] }
    * with what it is
      { voted { __typename banner } }
      = { voted: [{ __typename: "Song", banner: "Paean!" }, { __typename: "Film", banner: "Metropolis!" }] }`,
};

/** The room of the interface has no implementation, or none that can be asked about. */
