import { all, first, type Case, type Thing } from '../harness/case';

type Good = { id: string; price?: number; weight?: number; stocked?: boolean; shipping?: number };
const shipping = ({ price = NaN, weight = NaN }: Good) => (price > 100 ? 0 : weight * 2);

const shop = () => {
  const goods: Thing[] = [
    { id: 'g1', name: 'Table', price: 899, weight: 100, stocked: true },
    { id: 'g2', name: 'Chair', price: 54, weight: 50, stocked: false },
  ];
  const users: Thing[] = [
    { id: 'u1', nick: 'ann', name: 'Ann' },
    { id: 'u2', nick: 'bo', name: 'Bo' },
  ];
  const [table, chair] = goods;
  const [ann, bo] = users;
  const reviews: Thing[] = [
    { id: 'r1', body: 'Love it', author: ann, good: table },
    { id: 'r2', body: 'Meh', author: bo, good: table },
    { id: 'r3', body: 'Fine', author: ann, good: chair },
  ];
  return { Good: goods, User: users, Review: reviews };
};
const reviewsOf =
  (field: string) =>
  (parent: { id: string }, _: never, { Review = [] }: Record<string, Thing[]>) =>
    Review.filter((each) => (each[field] as Thing).id === parent.id);

/** The graph that everybody knows: goods, reviews, stock and people. */
export const everyday: Case = {
  name: 'together: goods, reviews, stock, people',
  rooms: {
    people: `
      type Query { me: User users: [User] }
      type User @key(fields: "id") { id: ID! name: String nick: String @shareable }`,
    goods: `
      type Query { top(first: Int = 5): [Good] }
      type Good @key(fields: "id") { id: ID! name: String price: Int weight: Int }`,
    stock: `type Good @key(fields: "id") {
        id: ID! weight: Int @external price: Int @external stocked: Boolean shipping: Int @requires(fields: "price weight")
      }`,
    reviews: `
      type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "nick") good: Good }
      type User @key(fields: "id") { id: ID! nick: String @external reviews: [Review] count: Int! }
      type Good @key(fields: "id") { id: ID! reviews: [Review] }
      type Query { latest: Review }`,
  },
  world: shop,
  resolvers: {
    Query: {
      me: first('User'),
      users: all('User'),
      latest: first('Review'),
      top: (_: never, args: { first: number }, { Good: goods = [] }) => goods.slice(0, args.first),
    },
    Good: { shipping, reviews: reviewsOf('good') },
    User: {
      reviews: reviewsOf('author'),
      count: (user: never, _: never, world) => reviewsOf('author')(user, _, world).length,
    },
  },
  generate: { first: ['1', '2'] },
  asks: `
    * goods and their stock
      { top { name stocked } }
      = { top: [{ name: "Table", stocked: true }, { name: "Chair", stocked: false }] }
    * what is required and not asked for
      { top(first: 1) { shipping } }
      = { top: [{ shipping: 0 }] }
    * what is provided is not fetched
      { latest { author { nick } } }
      = { latest: { author: { nick: "ann" } } }
      asked reviews
    * what is not provided is
      { latest { author { nick name } } }
      = { latest: { author: { nick: "ann", name: "Ann" } } }
      asked people reviews
    * there and back again
      { me { name reviews { body good { name reviews { author { name count } } shipping } } } }
      = { me: { name: "Ann", reviews: [{ body: "Love it", good: { name: "Table", reviews: [{ author: { name: "Ann", count: 2 } }, { author: { name: "Bo", count: 1 } }], shipping: 0 } }, { body: "Fine", good: { name: "Chair", reviews: [{ author: { name: "Ann", count: 2 } }], shipping: 100 } }] } }
    * all at once
      query ($first: Int!) { top(first: $first) { ...G } users { ...U reviews { good { ...G } } } me { ...U } }
      fragment G on Good { id price stocked shipping reviews { id } }
      fragment U on User { nick name }
      with { first: 1 }
      = { top: [{ id: "g1", price: 899, stocked: true, shipping: 0, reviews: [{ id: "r1" }, { id: "r2" }] }], users: [{ nick: "ann", name: "Ann", reviews: [{ good: { id: "g1", price: 899, stocked: true, shipping: 0, reviews: [{ id: "r1" }, { id: "r2" }] } }, { good: { id: "g2", price: 54, stocked: false, shipping: 100, reviews: [{ id: "r3" }] } }] }, { nick: "bo", name: "Bo", reviews: [{ good: { id: "g1", price: 899, stocked: true, shipping: 0, reviews: [{ id: "r1" }, { id: "r2" }] } }] }], me: { nick: "ann", name: "Ann" } }
    * with nothing of the first room
      { top { reviews { author { count } } } }
      = { top: [{ reviews: [{ author: { count: 2 } }, { author: { count: 1 } }] }, { reviews: [{ author: { count: 2 } }] }] }
      asked goods reviews`,
};

/** What a root provides goes through lists of values down to entities of a third room. */
export const nestedProvides: Case = {
  name: '@provides: nested, through lists of entities',
  rooms: {
    shop: `
      type Query { goods: [Good] @provides(fields: "kinds { id name }") }
      type Good @key(fields: "id") { id: ID! kinds: [Kind] @external }
      type Kind @key(fields: "id") { id: ID! name: String @external }`,
    kinds:
      'type Good @key(fields: "id") { id: ID! kinds: [Kind] @shareable } type Kind @key(fields: "id") { id: ID! subs: [Kind] }',
    names: 'type Kind @key(fields: "id") { id: ID! name: String @shareable }',
  },
  world: () => {
    const sub = { id: 'k2', name: 'stools', subs: [] };
    const kinds = [{ id: 'k1', name: 'seats', subs: [sub] }];
    return {
      Good: [
        { id: 'g1', kinds },
        { id: 'g2', kinds: null },
      ],
      Kind: [...kinds, sub],
    };
  },
  resolvers: { Query: { goods: all('Good') } },
  generate: {},
  asks: `
    * what is provided
      { goods { id kinds { id name } } }
      = { goods: [{ id: "g1", kinds: [{ id: "k1", name: "seats" }] }, { id: "g2", kinds: null }] }
      asked shop
    * and below it what is not
      { goods { kinds { name subs { id name } } } }
      = { goods: [{ kinds: [{ name: "seats", subs: [{ id: "k2", name: "stools" }] }] }, { kinds: null }] }
      asked kinds names shop`,
};
