import { type CategoryPath, cellOf, CELLS, type Columns, NO_PRICES } from './columns';
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

const isOutside = (path: CategoryPath, categories: ReadonlySet<string>) =>
  !path.some(({ slug }) => categories.has(slug));

/** Marks the hits that fail a criterion with its bit. */
type Check = (failed: Uint8Array, numbers: Int32Array) => void;

const checkCategories =
  ({ path, paths }: Columns, categories: ReadonlySet<string>): Check =>
  (failed, numbers) => {
    const outside = Uint8Array.from(paths, (each) => (isOutside(each, categories) ? CATEGORY : 0));
    for (let at = 0; at < numbers.length; at++)
      failed[at] = (failed[at] as number) | (outside[path[numbers[at] as number] as number] as number);
  };

/** For whatever a column holds of a product: what lies outside of the bounds fails. */
const checkBounds =
  (column: Float64Array | Uint8Array, least: number, most: number, bit: number): Check =>
  (failed, numbers) => {
    for (let at = 0; at < numbers.length; at++) {
      const value = column[numbers[at] as number] as number;
      if (value < least || value > most) failed[at] = (failed[at] as number) | bit;
    }
  };

/** The criteria that are set. One loop for each, since a function called for each product would take longer than they all. */
function checksOf(columns: Columns, minor: Float64Array, criteria: Criteria): Check[] {
  const { categories, priceMin, priceMax, inStock, ratingMin } = criteria;
  return [
    ...(categories ? [checkCategories(columns, categories)] : []),
    ...(priceMin > 0 || priceMax < Infinity ? [checkBounds(minor, priceMin, priceMax, PRICE)] : []),
    ...(inStock === null ? [] : [checkBounds(columns.inStock, Number(inStock), Number(inStock), STOCK)]),
    ...(ratingMin === null ? [] : [checkBounds(columns.rating, ratingMin, Infinity, RATING)]),
  ];
}

const tally = (counts: Int32Array, index: number) => void (counts[index] = (counts[index] as number) + 1);

/** A product counts in a facet when it meets all criteria but that facet's own: else a choice would hide the other choices. */
function countsOf(paths: Int32Array, cells: Int32Array): Counts {
  const counts = {
    paths,
    prices: new Int32Array(PRICE_STEPS.length),
    stars: new Int32Array(6),
    inStock: new Int32Array(2),
  };
  const add = (facet: Int32Array, index: number, count: number) => void (facet[index] = (facet[index] ?? 0) + count);
  for (let cell = 0; cell < CELLS; cell++) {
    const { step, inStock, stars } = cellOf(cell);
    const failedBy = (bits: number) => cells[bits * CELLS + cell] ?? 0;
    add(counts.prices, step, failedBy(0) + failedBy(PRICE));
    add(counts.inStock, inStock, failedBy(0) + failedBy(STOCK));
    add(counts.stars, stars, failedBy(0) + failedBy(RATING));
  }
  return counts;
}

export type Narrowed = {
  /** Where the hits that meet all criteria stand among all hits, the last first. */
  readonly places: Int32Array;
  readonly counts: Counts;
};

/** Leaves the hits that meet all criteria, and counts for the facets. */
export function narrow(columns: Columns, { numbers }: Hits, criteria: Criteria): Narrowed {
  const { paths, path, prices } = columns;
  const inPath = new Int32Array(paths.length);
  // Of what is imported each use is a call: too dear for a loop.
  const cells = CELLS;
  /** Products in each cell: those that fail nothing, then those that fail the first criterion alone, and so on. */
  const inCell = new Int32Array((RATING + 1) * cells);
  const { minor, cell } = prices.get(criteria.currency) ?? NO_PRICES;
  const failed = new Uint8Array(numbers.length);
  for (const check of checksOf(columns, minor, criteria)) check(failed, numbers);
  const places = new Int32Array(numbers.length);
  let total = 0;
  for (let at = numbers.length - 1; at >= 0; at--) {
    const number = numbers[at] as number;
    const bits = failed[at] as number;
    // Without a price it is not for sale in this currency; who fails twice counts nowhere.
    if (!((minor[number] as number) >= 0) || (bits & (bits - 1)) !== 0) continue;
    tally(inCell, bits * cells + (cell[number] as number));
    if (bits <= CATEGORY) tally(inPath, path[number] as number);
    if (bits === 0) places[total++] = at;
  }
  return { places: places.subarray(0, total), counts: countsOf(inPath, inCell) };
}
