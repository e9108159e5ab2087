import type { Case } from '../harness/case';
import { media, mediaRoom, queryMedia } from '../worlds/media';

type Medium = { title?: string; by?: string };

/** One room leads to the objects, another has what is required of the implementations, and a third requires it. */
export const interfaceObjectRooms: Case = {
  name: '@interfaceObject: entered in one room, required in another',
  rooms: {
    media: mediaRoom,
    votes: 'type Query { voted: [Medium!]! } type Medium @key(fields: "id") @interfaceObject { id: ID! votes: Int! }',
    banners: {
      sdl: `
        type Medium @key(fields: "id") @interfaceObject {
          id: ID! title: String! @external by: String @external rank: Int
          banner(mark: String = "!"): Banner! @requires(fields: "title") credit: String @requires(fields: "title by")
        }
        type Banner { text: String! }`,
      resolvers: {
        Medium: {
          banner: ({ title }: Medium, { mark }: { mark: string }) => (title ? { text: title + mark } : null),
          credit: ({ title, by }: Medium) => (title && by ? `${title} by ${by}` : null),
        },
      },
    },
    makers: 'type Medium @key(fields: "id") @interfaceObject { id: ID! by: String }',
  },
  world: media,
  resolvers: { Query: queryMedia },
  alone: {
    Medium: {
      banner: ({ title }: Medium, { mark }: { mark: string }) => ({ text: `${title}${mark}` }),
      credit: ({ title, by }: Medium) => `${title} by ${by}`,
    },
  },
  generate: { mark: ['"?"', '"."'] },
  asks: `
    * on one implementation, of each another, and in a fragment of a fragment
      { one: voted { ... on Film { banner { text } } } each: voted { id ... on Film { credit } ... on Song { banner { text } } } all: voted { ...Any } }
      fragment Any on Medium { ...Films votes } fragment Films on Film { minutes banner { text } }
      = { one: [{}, { banner: { text: "Metropolis!" } }], each: [{ id: "m2", banner: { text: "Paean!" } }, { id: "m1", credit: "Metropolis by Fritz" }], all: [{ votes: 3 }, { minutes: 153, banner: { text: "Metropolis!" }, votes: 7 }] }
      stock comes to no end: the planner joins a fetch with one that waits for it
    * on one implementation, and on all what the same room has
      { media { ... on Song { credit } rank } }
      = { media: [{ rank: 1 }, { credit: "Paean by Sappho", rank: 2 }] }
    * under one name for each implementation, from the owner
      { media { ... on Film { it: banner(mark: "?") { text } } ... on Song { it: banner { text } } } }
      = { media: [{ it: { text: "Metropolis?" } }, { it: { text: "Paean!" } }] }
      stock asks for one of the two for both
    * under one name for each implementation, of two rooms
      { media { ... on Film { title: by } ... on Song { title: credit } it: votes } }
      = { media: [{ title: "Fritz", it: 7 }, { title: "Paean by Sappho", it: 3 }] }
      stock lets the name hide what another field requires
    * left out by a variable
      query ($no: Boolean = false) { media { votes ... on Film @include(if: $no) { banner { text } } ... on Song { credit @skip(if: $no) } } }
      = { media: [{ votes: 7 }, { votes: 3, credit: "Paean by Sappho" }] }
    * no error is told of what was not asked for
      { media { ... on Film { credit } votes } }
      = { media: [{ credit: null, votes: 7 }, { votes: 3 }] }
      down banners
      errors media.0.credit
      alone no room is down`,
};
