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

/**
 * The lowest price of every product in one currency, -1 where it has none, and its cell: what the facets of price, stock and
 * rating count it by, in one number, for one count takes a third of what three take.
 */
export type PriceColumn = { readonly minor: Float64Array; readonly cell: Uint8Array };

export type Cell = { readonly step: number; readonly inStock: number; readonly stars: number };
/** Three bits for the price step (of eight), one for the stock, three for whole stars (0 without a rating). */
export const CELLS = 128;
const cellNumber = ({ step, inStock, stars }: Cell): number => step | (inStock << 3) | (stars << 4);
export const cellOf = (cell: number): Cell => ({ step: cell & 7, inStock: (cell >> 3) & 1, stars: cell >> 4 });

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
  cell: new Uint8Array(length),
});

/** What a currency has that nothing is sold in. */
export const NO_PRICES: PriceColumn = priceColumn(0);

function grow(columns: Columns, size: number): void {
  if (size > columns.version.length) {
    const length = Math.max(size, columns.version.length * 2, 1024);
    columns.path = longer(columns.path, new Int32Array(length));
    columns.inStock = longer(columns.inStock, new Uint8Array(length));
    for (const name of ['version', 'rating', 'ratingCount', 'sold', 'createdAt'] as const) {
      columns[name] = longer(columns[name], new Float64Array(length));
    }
    for (const [currency, { minor, cell }] of columns.prices) {
      const column = priceColumn(length);
      columns.prices.set(currency, { minor: longer(minor, column.minor), cell: longer(cell, column.cell) });
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

function setPrices(columns: Columns, { number, prices, inStock, rating }: Facts): void {
  const place = { inStock: inStock ? 1 : 0, stars: Math.floor(rating ?? 0) };
  for (const currency of Object.keys(prices)) {
    if (!columns.prices.has(currency)) columns.prices.set(currency, priceColumn(columns.version.length));
  }
  for (const [currency, { minor, cell }] of columns.prices) {
    minor[number] = prices[currency] ?? -1;
    cell[number] = cellNumber({ ...place, step: priceStep(prices[currency] ?? 0) });
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
  columns.ratingCount[number] = facts.ratingCount;
  columns.sold[number] = facts.sold;
  columns.createdAt[number] = facts.createdAt;
  setPrices(columns, facts);
}
