import type { Columns } from './columns';
import type { Criteria } from './criteria';
import type { Hits } from './matching';
import { PRICE_STEPS } from './priceSteps';

/** Products by what the facets ask of them. Index: a category path, a price step, whole stars, 0 or 1 for in stock. */
export type Counts = {
  readonly paths: Int32Array;
  readonly prices: Int32Array;
  readonly stars: Int32Array;
  readonly inStock: Int32Array;
};

const CATEGORY = 1;
const PRICE = 2;
const STOCK = 4;
const RATING = 8;

/** For every category path whether the criteria leave it out. */
const excludedPaths = ({ paths }: Columns, { categories }: Criteria): Uint8Array =>
  Uint8Array.from(paths, (path) => (categories && !path.some(({ slug }) => categories.has(slug)) ? CATEGORY : 0));

/** Tells which criteria a product fails, as a set of bits. */
function failing(columns: Columns, criteria: Criteria) {
  const { path, inStock, rating } = columns;
  const excluded = excludedPaths(columns, criteria);
  const { priceMin, priceMax } = criteria;
  const wanted = criteria.inStock === null ? -1 : criteria.inStock ? 1 : 0;
  const ratingMin = criteria.ratingMin ?? -1;
  return (number: number, price: number): number =>
    (excluded[path[number] ?? 0] ?? 0) |
    (price < priceMin || price > priceMax ? PRICE : 0) |
    (wanted !== -1 && inStock[number] !== wanted ? STOCK : 0) |
    ((rating[number] ?? -1) < ratingMin ? RATING : 0);
}

const tally = (counts: Int32Array, index: number) => void (counts[index] = (counts[index] ?? 0) + 1);

/**
 * Leaves the hits that meet all criteria, and counts for the facets in the same pass. A product counts in a facet when it
 * meets all criteria but that facet's own: else a choice would hide the other choices.
 */
export function narrow(columns: Columns, hits: Hits, criteria: Criteria): { hits: Hits; counts: Counts } {
  const numbers = new Int32Array(hits.numbers.length);
  const scores = new Int32Array(hits.numbers.length);
  const counts = {
    paths: new Int32Array(columns.paths.length),
    prices: new Int32Array(PRICE_STEPS.length),
    stars: new Int32Array(6),
    inStock: new Int32Array(2),
  };
  const prices = columns.prices.get(criteria.currency);
  const failed = failing(columns, criteria);
  let size = 0;
  for (let at = 0; prices && at < hits.numbers.length; at++) {
    const number = hits.numbers[at] ?? 0;
    const price = prices.minor[number] ?? -1;
    if (price < 0) continue;
    const bits = failed(number, price);
    if ((bits & (bits - 1)) !== 0) continue;
    if ((bits & ~CATEGORY) === 0) tally(counts.paths, columns.path[number] ?? 0);
    if ((bits & ~PRICE) === 0) tally(counts.prices, prices.step[number] ?? 0);
    if ((bits & ~STOCK) === 0) tally(counts.inStock, columns.inStock[number] ?? 0);
    if ((bits & ~RATING) === 0) tally(counts.stars, columns.stars[number] ?? 0);
    if (bits !== 0) continue;
    numbers[size] = number;
    scores[size++] = hits.scores[at] ?? 0;
  }
  return { hits: { numbers: numbers.subarray(0, size), scores: scores.subarray(0, size) }, counts };
}
