/** The world that all contenders answer from: the same in every process, made from numbers alone. */
const USERS = 400;
const PRODUCTS = 1000;
const REVIEWS_EACH = 2;

export type User = { readonly id: string; readonly name: string; readonly username: string };
export type Product = {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
};
export type Review = {
  readonly id: string;
  readonly body: string;
  readonly authorId: string;
  readonly productUpc: string;
};

const range = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

export const users = range(USERS, (at): User => ({
  id: `user-${at}`,
  name: `Reader ${at} of the Stoa`,
  username: `@reader${at}`,
}));
export const products = range(PRODUCTS, (at): Product => ({
  upc: `product-${at}`,
  name: `Table ${at}, solid oak`,
  price: (at * 37) % 2000,
  weight: (at * 13) % 500,
}));
// Products by as many users as they have reviews; the factors have nothing in common with the counts.
export const reviews = range(PRODUCTS * REVIEWS_EACH, (at): Review => ({
  id: `review-${at}`,
  body: `Opinion ${at}: well made, and it came in time.`,
  authorId: `user-${(at * 7) % USERS}`,
  productUpc: `product-${Math.floor(at / REVIEWS_EACH)}`,
}));

function by<T>(list: readonly T[], key: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return groups;
}
const one = <T>(list: readonly T[], key: (each: T) => string) => new Map(list.map((each) => [key(each), each]));

export const userById = one(users, ({ id }) => id);
export const productByUpc = one(products, ({ upc }) => upc);
const byAuthor = by(reviews, ({ authorId }) => authorId);
const byProduct = by(reviews, ({ productUpc }) => productUpc);

export const reviewsOfUser = (id: string): Review[] => (byAuthor.get(id) ?? []).slice(0, REVIEWS_EACH);
export const reviewsOfProduct = (upc: string): Review[] => byProduct.get(upc) ?? [];

/** Some of a list from a place on, and on from its beginning when it ends. */
export const some = <T>(list: readonly T[], first: number, from: number): T[] =>
  range(Math.min(first, list.length), (at) => list[(from + at) % list.length] as T);
