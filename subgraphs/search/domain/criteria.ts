import { invalidInput } from '../../../platform/kernel/errors';
import { MONEY_PROBLEMS, parseMoney } from '../../../platform/kernel/money';

/** What a client narrows a search by. */
export type Criteria = {
  readonly currency: string;
  /** Slugs of categories at any level; null for all. */
  readonly categories: ReadonlySet<string> | null;
  /** Minor units; a product is compared by its lowest price. */
  readonly priceMin: number;
  readonly priceMax: number;
  readonly inStock: boolean | null;
  readonly ratingMin: number | null;
};

/** The filter as a client sends it. */
export type Filter = {
  categorySlugs?: readonly string[] | null;
  priceMin?: string | null;
  priceMax?: string | null;
  inStock?: boolean | null;
  ratingMin?: number | null;
};

const MAX_CATEGORIES = 100;

function parsePrice(amount: string | null | undefined, currency: string, field: string): number | null {
  if (amount == null) return null;
  const price = parseMoney(amount, currency);
  if (typeof price === 'string') throw invalidInput(MONEY_PROBLEMS[price], ['filter', field]);
  if (price.minor < 0) throw invalidInput('An amount is not negative.', ['filter', field]);
  return price.minor;
}

/** @throws INVALID_INPUT */
export function parseCriteria(filter: Filter | null | undefined, currency: string): Criteria {
  const { categorySlugs, priceMin, priceMax, inStock, ratingMin } = filter ?? {};
  if (categorySlugs && categorySlugs.length > MAX_CATEGORIES) {
    throw invalidInput(`Name at most ${MAX_CATEGORIES} categories.`, ['filter', 'categorySlugs']);
  }
  if (ratingMin != null && !(ratingMin >= 0 && ratingMin <= 5))
    throw invalidInput('A rating is from 0 to 5.', ['filter', 'ratingMin']);
  return {
    currency,
    categories: categorySlugs && categorySlugs.length > 0 ? new Set(categorySlugs) : null,
    priceMin: parsePrice(priceMin, currency, 'priceMin') ?? 0,
    priceMax: parsePrice(priceMax, currency, 'priceMax') ?? Infinity,
    inStock: inStock ?? null,
    ratingMin: ratingMin ?? null,
  };
}
