import { all, first, one, type Case } from '../harness/case';

const world = () => ({
  Film: [
    { id: 'f1', imdb: 'tt1', slug: { country: 'fr', name: 'amour' }, title: 'Amour', minutes: 127, rating: 8 },
    { id: 'f2', imdb: 'tt2', slug: { country: 'it', name: 'roma' }, title: 'Roma', minutes: 135, rating: 7 },
    { id: 'f3', imdb: 'tt3', slug: { country: 'fr', name: 'roma' }, title: 'Roma (fr)', minutes: null, rating: 5 },
  ],
});

const Query = { film: one('Film'), films: all('Film'), topFilm: first('Film'), best: first('Film') };

export const singleKey: Case = {
  name: '@key: one field',
  rooms: {
    catalog: `
      type Query { film(id: ID!): Film films: [Film!]! topFilm: Film }
      type Film @key(fields: "id") { id: ID! title: String! }`,
    facts: 'type Film @key(fields: "id") { id: ID! minutes: Int }',
    votes: `
      type Query { best: Film }
      type Film @key(fields: "id") { id: ID! rating: Int! }`,
  },
  world,
  resolvers: { Query },
  generate: { id: ['"f1"', '"f3"', '"f9"'] },
  asks: `
    * stays in one room
      { films { id title } }
      = { films: [{ id: "f1", title: "Amour" }, { id: "f2", title: "Roma" }, { id: "f3", title: "Roma (fr)" }] }
      asked catalog
    * goes to one other room
      { films { title minutes } }
      = { films: [{ title: "Amour", minutes: 127 }, { title: "Roma", minutes: 135 }, { title: "Roma (fr)", minutes: null }] }
      asked catalog facts
    * goes to two other rooms
      { topFilm { rating title minutes } }
      = { topFilm: { rating: 8, title: "Amour", minutes: 127 } }
      asked catalog facts votes
    * answers in the order of the operation
      { topFilm { minutes rating id title } }
      = { topFilm: { minutes: 127, rating: 8, id: "f1", title: "Amour" } }
    * does not show the key that it needs
      { topFilm { minutes } }
      = { topFilm: { minutes: 127 } }
    * asks no other room about nothing
      { film(id: "no") { minutes } }
      = { film: null }
      asked catalog
    * starts in another room
      { best { title rating } }
      = { best: { title: "Amour", rating: 8 } }
      asked catalog votes
    * takes an alias that hides the key
      { topFilm { key: id id: title minutes } }
      = { topFilm: { key: "f1", id: "Amour", minutes: 127 } }
      stock takes the alias for the key
    * takes aliases at the root and in other rooms
      { a: film(id: "f1") { m: minutes t: title } b: film(id: "f2") { m: rating } }
      = { a: { m: 127, t: "Amour" }, b: { m: 7 } }
    * asks for one field twice
      { topFilm { minutes again: minutes minutes } }
      = { topFilm: { minutes: 127, again: 127 } }
    * merges selections of one root field
      { topFilm { minutes } topFilm { title } topFilm { rating minutes } }
      = { topFilm: { minutes: 127, title: "Amour", rating: 8 } }`,
};

const SLUG = 'type Slug @shareable { country: String! name: String! }';

export const compoundKey: Case = {
  name: '@key: compound and nested',
  rooms: {
    catalog: `${SLUG}
      type Query { films: [Film!]! }
      type Film @key(fields: "slug { country name }") { slug: Slug! title: String! @shareable }`,
    facts: `${SLUG}
      type Film @key(fields: "slug { name country }") { slug: Slug! minutes: Int }`,
    votes: 'type Film @key(fields: "imdb title") { imdb: ID! title: String! @shareable rating: Int! }',
    names: `${SLUG}
      type Film @key(fields: "slug { name country }") @key(fields: "imdb title") {
        slug: Slug! imdb: ID! title: String! @shareable
      }`,
  },
  world,
  resolvers: { Query },
  generate: {},
  asks: `
    * uses the object as key
      { films { minutes } }
      = { films: [{ minutes: 127 }, { minutes: 135 }, { minutes: null }] }
      asked catalog facts
    * shows only what was asked of the key
      { films { slug { name } minutes } }
      = { films: [{ slug: { name: "amour" }, minutes: 127 }, { slug: { name: "roma" }, minutes: 135 }, { slug: { name: "roma" }, minutes: null }] }
    * takes aliases within the key
      { films { slug { n: name name: country } minutes } }
      = { films: [{ slug: { n: "amour", name: "fr" }, minutes: 127 }, { slug: { n: "roma", name: "it" }, minutes: 135 }, { slug: { n: "roma", name: "fr" }, minutes: null }] }
      stock takes the alias for the key
    * gives the object another name
      { films { slug: minutes key: slug { country } } }
      = { films: [{ slug: 127, key: { country: "fr" } }, { slug: 135, key: { country: "it" } }, { slug: null, key: { country: "fr" } }] }
    * changes keys on the way
      { films { rating } }
      = { films: [{ rating: 8 }, { rating: 7 }, { rating: 5 }] }
      asked catalog names votes`,
};

export const manyKeys: Case = {
  name: '@key: several, reached through a chain',
  rooms: {
    catalog: `
      type Query { films: [Film!]! film(id: ID!): Film }
      type Film @key(fields: "id") { id: ID! title: String! }`,
    index: 'type Film @key(fields: "id") @key(fields: "imdb") { id: ID! imdb: ID! }',
    votes: `
      type Query { best: Film }
      type Film @key(fields: "imdb") { imdb: ID! rating: Int! }`,
  },
  world,
  resolvers: { Query },
  generate: { id: ['"f1"', '"f9"'] },
  asks: `
    * goes by way of the room that knows both keys
      { films { title rating } }
      = { films: [{ title: "Amour", rating: 8 }, { title: "Roma", rating: 7 }, { title: "Roma (fr)", rating: 5 }] }
      asked catalog index votes
    * goes the way back
      { best { title imdb id } }
      = { best: { title: "Amour", imdb: "tt1", id: "f1" } }
    * stops at the key
      { best { imdb rating } }
      = { best: { imdb: "tt1", rating: 8 } }
      asked votes
    * asks for the second key alone
      { film(id: "f2") { imdb } }
      = { film: { imdb: "tt2" } }
      asked catalog index`,
};
