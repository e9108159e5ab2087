import { all, first, one, type Case, type Thing } from '../harness/case';

const world = () => {
  const book = {
    __typename: 'Book',
    id: 'b1',
    title: 'Laws',
    size: { height: 20 },
    pages: 9,
    copies: 3,
    isbn: 'x',
    seller: { __typename: 'Shop', id: 's1', name: 'Stoa' },
  };
  const scroll = {
    __typename: 'Scroll',
    id: 'c1',
    title: 'Odes',
    size: { height: 90 },
    metres: 4,
    copies: 1,
    seller: { __typename: 'Person', id: 'p1', email: 'p@x' },
  };
  const tablet = { __typename: 'Tablet', id: 't1', title: 'Decree', size: null, copies: 0, seller: null };
  const likes = (stars: number, of: Thing) => ({ id: `r${stars}`, stars, of });
  return {
    Book: [book],
    Scroll: [scroll],
    Tablet: [tablet],
    Shop: [book.seller],
    Person: [scroll.seller],
    Review: [likes(5, scroll), likes(3, book), likes(4, book)],
  } as Record<string, Thing[]>;
};
const texts = all('Book', 'Tablet', 'Scroll');

export const abstractTypes: Case = {
  name: 'abstract types: interfaces whose implementations differ from room to room',
  rooms: {
    index: `
      interface Text { id: ID! title: String! size: Size seller: Seller }
      type Size { height: Int }
      union Seller = Shop | Person
      type Shop @key(fields: "id") { id: ID! }
      type Person @key(fields: "id") { id: ID! }
      type Query { texts: [Text!]! text(id: ID!): Text }
      type Book implements Text @key(fields: "id") { id: ID! title: String! size: Size seller: Seller }
      type Scroll implements Text @key(fields: "id") { id: ID! title: String! size: Size seller: Seller }
      type Tablet implements Text @key(fields: "id") { id: ID! title: String! size: Size seller: Seller }`,
    books: `
      interface Text { id: ID! }
      interface Bound { pages: Int }
      type Book implements Text & Bound @key(fields: "id") { id: ID! pages: Int isbn: String }
      type Query { bound: [Bound!]! books: [Text!]! }`,
    scrolls: 'type Scroll @key(fields: "id") { id: ID! metres: Int }',
    stock: `
      interface Text { id: ID! copies: Int! }
      type Book implements Text @key(fields: "id") { id: ID! copies: Int! }
      type Scroll implements Text @key(fields: "id") { id: ID! copies: Int! }
      type Tablet implements Text @key(fields: "id") { id: ID! copies: Int! }`,
    sellers: `
      type Shop @key(fields: "id") { id: ID! name: String! }
      type Person @key(fields: "id") { id: ID! email: String! }`,
    reviews: `
      interface Text { id: ID! reviews: [Review!]! }
      type Book implements Text @key(fields: "id") { id: ID! reviews: [Review!]! }
      type Scroll implements Text @key(fields: "id") { id: ID! reviews: [Review!]! }
      type Review { id: ID! stars: Int! of: Text }
      type Query { latest: [Review!]! }
      type Tablet implements Text @key(fields: "id") { id: ID! reviews: [Review!]! }`,
  },
  world,
  resolvers: {
    Query: {
      texts,
      bound: all('Book'),
      books: all('Book'),
      latest: all('Review'),
      text: (_: never, args: never, found) => one('Book')(_, args, found) ?? one('Scroll')(_, args, found),
    },
    Text: {
      reviews: ({ id }: { id: string }, _: never, { Review: reviews = [] }) =>
        reviews.filter(({ of }) => (of as Thing).id === id),
    },
  },
  generate: { id: ['"b1"', '"c1"', '"x"'] },
  asks: `
    * a field of the interface from another room
      { texts { title copies } }
      = { texts: [{ title: "Laws", copies: 3 }, { title: "Decree", copies: 0 }, { title: "Odes", copies: 1 }] }
      asked index stock
    * fields of implementations from their own rooms
      { texts { __typename ... on Book { pages } ... on Scroll { metres copies } } }
      = { texts: [{ __typename: "Book", pages: 9 }, { __typename: "Tablet" }, { __typename: "Scroll", metres: 4, copies: 1 }] }
      asked books index scrolls stock
    * an interface that the first room does not know
      { texts { id ... on Bound { pages } } }
      = { texts: [{ id: "b1", pages: 9 }, { id: "t1" }, { id: "c1" }] }
    * from an interface to another
      { bound { ... on Text { title copies } pages } }
      = { bound: [{ title: "Laws", copies: 3, pages: 9 }] }
    * an interface in a room that knows one of its types
      { books { id title ... on Scroll { metres } ... on Book { isbn } } }
      = { books: [{ id: "b1", title: "Laws", isbn: "x" }] }
    * a union within an interface
      { texts { seller { __typename ... on Shop { name } ... on Person { email id } } } }
      = { texts: [{ seller: { __typename: "Shop", name: "Stoa" } }, { seller: null }, { seller: { __typename: "Person", email: "p@x", id: "p1" } }] }
    * there and back
      { latest { stars of { title reviews { stars of { copies } } } } }
      = { latest: [{ stars: 5, of: { title: "Odes", reviews: [{ stars: 5, of: { copies: 1 } }] } }, { stars: 3, of: { title: "Laws", reviews: [{ stars: 3, of: { copies: 3 } }, { stars: 4, of: { copies: 3 } }] } }, { stars: 4, of: { title: "Laws", reviews: [{ stars: 3, of: { copies: 3 } }, { stars: 4, of: { copies: 3 } }] } }] }
    * the same answer name for different fields of the implementations
      { texts { ... on Book { extent: pages } ... on Scroll { extent: metres } } }
      = { texts: [{ extent: 9 }, {}, { extent: 4 }] }
    * values within
      { text(id: "c1") { size { height } reviews { id } } missing: text(id: "zz") { reviews { id } } }
      = { text: { size: { height: 90 }, reviews: [{ id: "r5" }] }, missing: null }
    * fragments in fragments
      { texts { ... on Text { ... on Book { ... on Text { copies } isbn } ... on Bound { pages } } } }
      = { texts: [{ copies: 3, isbn: "x", pages: 9 }, {}, {}] }
    * named fragments on interface and type
      query { texts { ...T ...B } }
      fragment T on Text { id reviews { stars } }
      fragment B on Book { isbn reviews { id } }
      = { texts: [{ id: "b1", reviews: [{ stars: 3, id: "r3" }, { stars: 4, id: "r4" }], isbn: "x" }, { id: "t1", reviews: [] }, { id: "c1", reviews: [{ stars: 5 }] }] }`,
};

/** A type that refers to the interface that it implements. */
export const circularInterface: Case = {
  name: 'abstract types: an interface that leads to itself',
  rooms: {
    a: 'type Query { word: Word } interface Word { near: [Word!]! } type Noun implements Word @key(fields: "id") { id: ID! near: [Word!]! }',
    b: 'type Noun @key(fields: "id") { id: ID! price: Float text: String }',
  },
  world: () => {
    const nouns = [1, 2, 3].map((at) => ({ id: `n${at}`, price: at + 0.5, text: `t${at}`, near: [] as unknown[] }));
    nouns[0]?.near.push(nouns[1], nouns[2]);
    nouns[1]?.near.push(nouns[0]);
    return { Noun: nouns };
  },
  resolvers: { Query: { word: first('Noun') } },
  generate: {},
  asks: `
    * once
      { word { near { ... on Noun { text } } } }
      = { word: { near: [{ text: "t2" }, { text: "t3" }] } }
    * and again
      { word { ... on Noun { id near { near { near { ... on Noun { price id } } } ... on Noun { text } } } } }
      = { word: { id: "n1", near: [{ near: [{ near: [{ price: 2.5, id: "n2" }, { price: 3.5, id: "n3" }] }], text: "t2" }, { near: [], text: "t3" }] } }`,
};
