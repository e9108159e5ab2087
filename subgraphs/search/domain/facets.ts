import { toDecimal } from '../../../platform/kernel/money';
import type { CategoryPath } from './columns';
import type { Criteria } from './criteria';
import type { Counts } from './narrowing';
import { PRICE_STEPS } from './priceSteps';

export type FacetValue = { value: string; label: string; count: number };
export type Facet = { field: 'CATEGORY' | 'PRICE' | 'RATING' | 'IN_STOCK'; values: FacetValue[] };

const MAX_CATEGORIES = 30;

/** A product counts in its category and in all above it. */
function categories(counts: Int32Array, paths: readonly CategoryPath[], chosen: Criteria['categories']): FacetValue[] {
  const values = new Map<string, FacetValue>();
  paths.forEach((path, index) => {
    const count = counts[index] ?? 0;
    if (count === 0) return;
    for (const { slug, name } of path) {
      const value = values.get(slug) ?? { value: slug, label: name, count: 0 };
      value.count += count;
      values.set(slug, value);
    }
  });
  const sorted = [...values.values()].toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return sorted.filter(({ value }, rank) => rank < MAX_CATEGORIES || chosen?.has(value));
}

const formats = new Map<string, Intl.NumberFormat>();
function formatOf(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale}/${currency}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
  formats.set(key, known);
  return known;
}

/** A range's value holds the bounds that `priceMin` and `priceMax` take, so that choosing it finds as many as it counts. */
function priceRange(step: number, currency: string, locale: string): { value: string; label: string } {
  const bound = (minor: number) => toDecimal({ minor, currency });
  const format = formatOf(locale, currency);
  const from = bound(PRICE_STEPS[step] ?? 0);
  const above = PRICE_STEPS[step + 1];
  if (above === undefined) return { value: `${from}-`, label: `${format.format(Number(from))}+` };
  const to = bound(above - 1);
  return { value: `${from}-${to}`, label: `${format.format(Number(from))} – ${format.format(Number(to))}` };
}

const prices = (counts: Int32Array, currency: string, locale: string): FacetValue[] =>
  [...counts].map((count, step) => ({ ...priceRange(step, currency, locale), count }));

/** Each value takes in all better ones, as `ratingMin` does. */
const ratings = (stars: Int32Array): FacetValue[] =>
  [4, 3, 2, 1].map((least) => ({
    value: String(least),
    label: least === 1 ? '1 star and up' : `${least} stars and up`,
    count: stars.slice(least).reduce((sum, count) => sum + count, 0),
  }));

const stock = ([out = 0, available = 0]: Int32Array): FacetValue[] => [
  { value: 'true', label: 'In stock', count: available },
  { value: 'false', label: 'Sold out', count: out },
];

const present = ({ count }: FacetValue) => count > 0;

/** The facets of a result, without the values that nothing has. */
export const facetsOf = (
  counts: Counts,
  paths: readonly CategoryPath[],
  criteria: Criteria,
  locale: string,
): Facet[] => [
  { field: 'CATEGORY', values: categories(counts.paths, paths, criteria.categories) },
  { field: 'PRICE', values: prices(counts.prices, criteria.currency, locale).filter(present) },
  { field: 'RATING', values: ratings(counts.stars).filter(present) },
  { field: 'IN_STOCK', values: stock(counts.inStock).filter(present) },
];
