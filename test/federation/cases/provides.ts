import { all, first, type Case } from '../harness/case';

const world = () => {
  const authors = [
    { id: 'a1', name: 'Homer', town: { name: 'Chios', people: 9 }, born: -800 },
    { id: 'a2', name: 'Sappho', town: { name: 'Eresos', people: 4 }, born: -630 },
  ];
  const [homer, sappho] = authors;
  const poems = [
    { id: 'p1', title: 'Iliad', author: homer },
    { id: 'p2', title: 'Ode', author: sappho },
  ];
  return { Author: authors, Poem: poems, Shelf: [{ id: 's1', poems }] };
};

export const provides: Case = {
  name: '@provides: fields, nested fields, only those',
  rooms: {
    people: `
      type Query { authors: [Author!]! }
      type Author @key(fields: "id") { id: ID! name: String! @shareable town: Town @shareable born: Int! @shareable }
      type Town @shareable { name: String! people: Int }`,
    poems: {
      sdl: `
        type Query { poems: [Poem!]! newest: Poem @provides(fields: "author { name born }") shelf: Shelf }
        type Shelf { id: ID! poems: [Poem!]! @provides(fields: "author { town { name } }") }
        type Poem @key(fields: "id") { id: ID! title: String! author: Author! @provides(fields: "name") translator: Author }
        type Author @key(fields: "id") { id: ID! name: String! @external town: Town @external born: Int! @external }
        type Town { name: String! @external }`,
      // Nobody may ask this room for what the client did not ask for.
      resolvers: {
        Author: {
          born: () => {
            throw new Error('Nobody asked for it.');
          },
        },
      },
    },
  },
  world,
  resolvers: {
    Query: { authors: all('Author'), poems: all('Poem'), newest: first('Poem'), shelf: first('Shelf') },
    Poem: { translator: ({ author }: { author: unknown }) => author },
  },
  asks: `
    * is taken at hand
      { poems { author { name } } }
      = { poems: [{ author: { name: "Homer" } }, { author: { name: "Sappho" } }] }
      asked poems
    * and where it is not provided, from its owner
      { poems { translator { name } } }
      = { poems: [{ translator: { name: "Homer" } }, { translator: { name: "Sappho" } }] }
      asked people poems
    * what is not provided comes from its owner
      { poems { author { id name born } } }
      = { poems: [{ author: { id: "a1", name: "Homer", born: -800 } }, { author: { id: "a2", name: "Sappho", born: -630 } }] }
      asked people poems
    * nested, on the way of the list
      { shelf { poems { author { town { name } } } } }
      = { shelf: { poems: [{ author: { town: { name: "Chios" } } }, { author: { town: { name: "Eresos" } } }] } }
      asked poems
    * nested, with what is not provided beside it
      { shelf { poems { author { town { name people } } } } }
      = { shelf: { poems: [{ author: { town: { name: "Chios", people: 9 } } }, { author: { town: { name: "Eresos", people: 4 } } }] } }
    * by a root field
      { newest { title author { title: name } } }
      = { newest: { title: "Iliad", author: { title: "Homer" } } }
      asked poems
    * under an alias that is a field of the owner
      { newest { author { born: name } } }
      = { newest: { author: { born: "Homer" } } }
      asked poems
    * within fragments
      { newest { translator { ... { name } ... { born } ...N } author { ... { name } ... on Author { id } ...N } } }
      fragment N on Author { id name }
      = { newest: { translator: { name: "Homer", born: -800, id: "a1" }, author: { name: "Homer", id: "a1" } } }
    * left out, it is not asked
      query ($no: Boolean = false) { newest { author { name ... on Author @skip(if: true) { born } town @include(if: $no) { people } } } }
      = { newest: { author: { name: "Homer" } } }
      asked poems`,
};

const MEDIA = (owner: boolean) => `
  type Book @key(fields: "id") { id: ID! title: String ${owner ? '@shareable' : '@external'} pages: Int ${owner ? '@shareable' : '@external'} }
  type Song @key(fields: "id") { id: ID! title: String ${owner ? '@shareable' : '@external'} ${owner ? 'beats: Int' : ''} }`;

const gifts = () => {
  const book = { __typename: 'Book', id: 'b1', title: 'Republic', pages: 300 };
  const song = { __typename: 'Song', id: 's1', title: 'Paean', beats: 60 };
  return { Book: [book], Song: [song], Guest: [{ id: 'g1', gifts: [book, song], best: song }] };
};

export const providesOnUnion: Case = {
  name: '@provides: on members of a union',
  rooms: {
    media: MEDIA(true),
    guests: `${MEDIA(false)}
      union Gift = Book | Song
      type Query { gifts: [Gift] @provides(fields: "... on Book { title } ... on Song { title }") guest: Guest }
      type Guest @key(fields: "id") { id: ID! gifts: [Gift] @provides(fields: "... on Book { pages }") best: Gift }`,
  },
  world: gifts,
  resolvers: {
    Query: {
      guest: first('Guest'),
      gifts: all('Book', 'Song'),
    },
  },
  generate: {},
  asks: `
    * is taken at hand for both members
      { gifts { ... on Book { title } ... on Song { title } } }
      = { gifts: [{ title: "Republic" }, { title: "Paean" }] }
      asked guests
    * what only one member is provided with
      { guest { gifts { __typename ... on Book { pages } ... on Song { id } } } }
      = { guest: { gifts: [{ __typename: "Book", pages: 300 }, { __typename: "Song", id: "s1" }] } }
      asked guests
    * the rest comes from the owner
      { guest { gifts { ... on Book { pages title } ... on Song { title beats } } best { ... on Song { title } } } }
      = { guest: { gifts: [{ pages: 300, title: "Republic" }, { title: "Paean", beats: 60 }], best: { title: "Paean" } } }`,
};

export const providesOnInterface: Case = {
  name: '@provides: on an interface',
  rooms: {
    media: `interface Gift { id: ID! title: String }
      ${MEDIA(true).replaceAll(' @key', ' implements Gift @key')}`,
    guests: `interface Gift { id: ID! title: String }
      ${MEDIA(false).replaceAll(' @key', ' implements Gift @key')}
      type Query { gifts: [Gift] @provides(fields: "... on Book { title pages } ... on Song { title }") plain: [Gift] }`,
  },
  world: gifts,
  resolvers: {
    Query: {
      plain: all('Song', 'Book'),
      gifts: all('Book', 'Song'),
    },
  },
  asks: `
    * is taken at hand
      { gifts { id title ... on Book { pages } } }
      = { gifts: [{ id: "b1", title: "Republic", pages: 300 }, { id: "s1", title: "Paean" }] }
      asked guests
    * the rest comes from the owner
      { gifts { title ... on Song { beats } } plain { title __typename } }
      = { gifts: [{ title: "Republic" }, { title: "Paean", beats: 60 }], plain: [{ title: "Paean", __typename: "Song" }, { title: "Republic", __typename: "Book" }] }`,
};
