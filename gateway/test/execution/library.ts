import type { Fixture } from './graph';

type Ref = { id: string };

const people = [
  { __typename: 'Author', id: 'a1', name: 'Sappho' },
  { __typename: 'Author', id: 'a2', name: null },
];
const works = [
  { __typename: 'Book', id: 'b1', isbn: 'i1', title: 'Odes', price: 12, pages: 90, author: people[0] },
  { __typename: 'Film', id: 'f1', title: 'Agora', price: 9, minutes: 127, director: people[1] },
  { __typename: 'Book', id: 'b2', isbn: 'i2', title: null, price: 7, pages: 300, author: people[1] },
  { __typename: 'Film', id: 'f2', title: 'Z', price: 0, minutes: 0, director: null },
];
const reviews = works.flatMap(({ id }, at) =>
  Array.from({ length: at }, (_, n) => ({
    __typename: 'Review',
    id: `r${id}${n}`,
    stars: n,
    of: id,
    by: people[n % 2],
  })),
);
const work = (id: string) => works.find((each) => each.id === id) ?? null;
const fail = (message: string): never => {
  throw new Error(message);
};

/** Interfaces, unions, an interface object, several keys, requires, provides, overrides; and resolvers that fail. */
export const library: Fixture = {
  catalog: {
    typeDefs: `
      type Query {
        works: [Work!]! work(id: ID!): Work books: [Book] shelves: [[Work]] found: [Found!] strict: [Work!] author: Author
      }
      interface Work @key(fields: "id") { id: ID! title: String price: Int! }
      type Book implements Work @key(fields: "id") @key(fields: "isbn") {
        id: ID! isbn: ID! title: String price: Int! pages: Int author: Author sequel: Book genre: Genre
      }
      type Film implements Work @key(fields: "id") {
        id: ID! title: String price: Int! minutes: Int director: Author fragile: String! frail: String
      }
      type Author @key(fields: "id") { id: ID! name: String works: [Work] }
      union Found = Book | Film | Author
      enum Genre { LYRIC NOVEL SECRET @inaccessible }`,
    resolvers: {
      Query: {
        works: () => works,
        work: (_: never, { id }: Ref) => work(id),
        books: () => [work('b1'), null, work('b2')],
        shelves: () => [[work('b1'), work('f1')], [], null, [null, work('b2')]],
        found: () => [...works, ...people],
        strict: () => works,
        author: () => people[0],
      },
      Work: { __resolveReference: ({ id }: Ref) => work(id) },
      Book: {
        __resolveReference: ({ id, isbn }: Ref & { isbn?: string }) =>
          works.find((each) => each.id === id || ('isbn' in each && each.isbn === isbn)),
        sequel: ({ id }: Ref) => (id === 'b1' ? work('b2') : null),
        genre: ({ id }: Ref) => (id === 'b1' ? 'LYRIC' : null),
      },
      Film: {
        __resolveReference: ({ id }: Ref) => work(id),
        fragile: ({ id }: Ref) => (id === 'f1' ? fail('too fragile') : 'whole'),
        frail: ({ id }: Ref) => (id === 'f2' ? fail('too frail') : 'whole'),
      },
      Author: {
        __resolveReference: ({ id }: Ref) => people.find((each) => each.id === id),
        works: ({ id }: Ref) => works.filter((each) => each.author?.id === id || each.director?.id === id),
      },
    },
  },
  reviews: {
    typeDefs: `
      type Query { reviews: [Review!]! latest: Review }
      type Work @key(fields: "id") @interfaceObject {
        id: ID! reviews: [Review!]! rating: Float broken: String
      }
      type Review @key(fields: "id") { id: ID! stars: Int! of: Work by: Author @provides(fields: "motto") }
      type Author @key(fields: "id") { id: ID! motto: String @external written: [Review] }`,
    resolvers: {
      Query: { reviews: () => reviews, latest: () => reviews[2] },
      Work: {
        __resolveReference: ({ id }: Ref) => ({ __typename: 'Work', id }),
        reviews: ({ id }: Ref) => reviews.filter((each) => each.of === id),
        rating: ({ id }: Ref) => (id === 'b1' ? null : id.length * 1.5),
        broken: ({ id }: Ref) => (id.startsWith('b') ? fail(`broken ${id}`) : 'whole'),
      },
      Review: {
        of: ({ of }: { of: string }) => work(of),
      },
      Author: {
        motto: ({ id }: Ref) => `motto of ${id}`,
        written: ({ id }: Ref) => reviews.filter(({ by }) => by?.id === id),
      },
    },
  },
  post: {
    typeDefs: `
      type Query { parcel: Book }
      type Book @key(fields: "isbn") { isbn: ID! pages: Int @external price: Int! @external grams: Int @requires(fields: "pages price") }
      type Author @key(fields: "id") { id: ID! motto: String @shareable address: Address creed: String! }
      type Address { street: String! city: String lines: [[String]] }`,
    resolvers: {
      Query: { parcel: () => works[2] },
      Book: { grams: ({ pages, price }: { pages: number; price: number }) => pages * 2 + price },
      Author: {
        motto: ({ id }: Ref) => `motto of ${id}`,
        creed: ({ id }: Ref) => (id === 'a2' ? fail('no creed') : 'none'),
        address: ({ id }: Ref) => (id === 'a1' ? { street: 'Agora 1', city: null, lines: [['a', null], null] } : null),
      },
    },
  },
};
