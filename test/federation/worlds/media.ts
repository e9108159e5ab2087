import { all, first } from '../harness/case';

export const media = () => {
  const film = { __typename: 'Film', id: 'm1', title: 'Metropolis', minutes: 153, votes: 7, by: 'Fritz', rank: 1 };
  const song = { __typename: 'Song', id: 'm2', title: 'Paean', beats: 60, votes: 3, by: 'Sappho', rank: 2 };
  return { Film: [film], Song: [song], List: [{ id: 'l1', media: [song, film], top: film }] };
};

/** The room that owns the interface. */
export const mediaRoom = `
  interface Medium @key(fields: "id") { id: ID! title: String! }
  type Film implements Medium @key(fields: "id") { id: ID! title: String! minutes: Int }
  type Song implements Medium @key(fields: "id") { id: ID! title: String! beats: Int }
  type Query { media: [Medium!]! film: Film }`;

export const queryMedia = {
  media: all('Film', 'Song'),
  voted: all('Song', 'Film'),
  film: first('Film'),
  list: first('List'),
};
