import type { Ask } from '../measure/load';

export type Size = 'small' | 'large';

const SMALL = `query Small($first: Int!, $from: Int!) {
  topProducts(first: $first, from: $from) {
    upc name price inStock shippingEstimate
    reviews { id body author { id name } }
  }
}`;

const LARGE = `query Large($first: Int!, $from: Int!) {
  users(first: $first, from: $from) {
    ...User
    reviews { ...Review product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } }
  }
  topProducts(first: $first, from: $from) {
    ...Product
    reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
  }
}
fragment User on User { id username name }
fragment Review on Review { id body }
fragment Product on Product { upc name price weight inStock shippingEstimate }`;

/** How many fetches a plan of each has. */
export const FETCHES: Record<Size, number> = { small: 4, large: 16 };

/** So many requests in a row are all different, so that no kept or joined answer serves two. */
export const DIFFERENT = 1000;

/** The nth request for it. */
export const ask: Record<Size, (nth: number) => Ask> = {
  small: (nth) => ({ query: SMALL, variables: { first: 3, from: nth % DIFFERENT } }),
  large: (nth) => ({ query: LARGE, variables: { first: 3 + (nth % 2), from: nth % DIFFERENT } }),
};
