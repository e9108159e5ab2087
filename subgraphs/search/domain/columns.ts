import { priceStep } from './priceSteps';

/** A category with those above it, from the department down. */
export type CategoryPath = readonly { readonly slug: string; readonly name: string }[];

/** What filters, facets and sort orders ask of a product. */
export type Facts = {
  readonly number: number;
  readonly version: number;
  /** JSON of a CategoryPath: products of one category share it. */
  readonly path: string;
  /** Lowest price of the variants in minor units, by currency. Empty for a product that is not for sale. */
  readonly prices: Readonly<Record<string, number>>;
  readonly inStock: boolean;
  readonly rating: number | null;
  readonly ratingCount: number;
  readonly sold: number;
  readonly createdAt: number;
};

/** The lowest price of every product in one currency, -1 where it has none, and the range of the price facet it falls into. */
export type PriceColumn = { readonly minor: Float64Array; readonly step: Uint8Array };

/**
 * The facts of all products of a shop, a column each: a product's number is its place. A hundred thousand products take eight
 * megabytes, and one pass over a column a tenth of a millisecond.
 */
export type Columns = {
  size: number;
  version: Float64Array;
  path: Int32Array;
  inStock: Uint8Array;
  /** -1 without a rating. */
  rating: Float64Array;
  /** Whole stars of the rating; 0 without one. */
  stars: Uint8Array;
  ratingCount: Float64Array;
  sold: Float64Array;
  createdAt: Float64Array;
  /** By currency. */
  readonly prices: Map<string, PriceColumn>;
  /** What `path` points to. */
  readonly paths: CategoryPath[];
  readonly pathNumbers: Map<string, number>;
};

export const createColumns = (): Columns => ({
  size: 0,
  version: new Float64Array(0),
  path: new Int32Array(0),
  inStock: new Uint8Array(0),
  rating: new Float64Array(0),
  stars: new Uint8Array(0),
  ratingCount: new Float64Array(0),
  sold: new Float64Array(0),
  createdAt: new Float64Array(0),
  prices: new Map(),
  paths: [],
  pathNumbers: new Map(),
});

const longer = <C extends Float64Array | Int32Array | Uint8Array>(column: C, longerColumn: C): C => {
  longerColumn.set(column);
  return longerColumn;
};

const priceColumn = (length: number): PriceColumn => ({
  minor: new Float64Array(length).fill(-1),
  step: new Uint8Array(length),
});

function grow(columns: Columns, size: number): void {
  if (size > columns.version.length) {
    const length = Math.max(size, columns.version.length * 2, 1024);
    columns.path = longer(columns.path, new Int32Array(length));
    for (const name of ['inStock', 'stars'] as const) columns[name] = longer(columns[name], new Uint8Array(length));
    for (const name of ['version', 'rating', 'ratingCount', 'sold', 'createdAt'] as const) {
      columns[name] = longer(columns[name], new Float64Array(length));
    }
    for (const [currency, { minor, step }] of columns.prices) {
      const column = priceColumn(length);
      columns.prices.set(currency, { minor: longer(minor, column.minor), step: longer(step, column.step) });
    }
  }
  columns.size = Math.max(columns.size, size);
}

function pathNumber({ paths, pathNumbers }: Columns, path: string): number {
  const known = pathNumbers.get(path);
  if (known !== undefined) return known;
  pathNumbers.set(path, paths.length);
  return paths.push(JSON.parse(path) as CategoryPath) - 1;
}

function setPrices(columns: Columns, number: number, prices: Facts['prices']): void {
  for (const currency of Object.keys(prices)) {
    if (!columns.prices.has(currency)) columns.prices.set(currency, priceColumn(columns.version.length));
  }
  for (const [currency, { minor, step }] of columns.prices) {
    minor[number] = prices[currency] ?? -1;
    step[number] = priceStep(prices[currency] ?? 0);
  }
}

/** Takes facts over, unless newer ones of the product came first. */
export function learn(columns: Columns, facts: Facts): void {
  const { number, version, path, rating } = facts;
  grow(columns, number + 1);
  if ((columns.version[number] ?? 0) >= version) return;
  columns.version[number] = version;
  columns.path[number] = pathNumber(columns, path);
  columns.inStock[number] = facts.inStock ? 1 : 0;
  columns.rating[number] = rating ?? -1;
  columns.stars[number] = Math.floor(rating ?? 0);
  columns.ratingCount[number] = facts.ratingCount;
  columns.sold[number] = facts.sold;
  columns.createdAt[number] = facts.createdAt;
  setPrices(columns, number, facts.prices);
}
