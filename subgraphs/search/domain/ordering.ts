import { notOfThisList } from '../../../platform/kernel/connections';
import type { Columns } from './columns';
import type { Hits } from './matching';

export type Sort = 'RELEVANCE' | 'PRICE_ASC' | 'PRICE_DESC' | 'NEWEST' | 'RATING' | 'BEST_SELLING';

/** Where a product stands in a list: compared one after the other, greatest first. The last is its number: no two are equal. */
export type Rank = readonly [first: number, second: number, number: number];

type Ranking = { first: (at: number, number: number) => number; second: Float64Array };
type Sources = Columns & { scores: Int32Array; price: Float64Array };

const by =
  (column: Float64Array, sign = 1) =>
  (_: number, number: number): number =>
    sign * (column[number] ?? 0);

const RANKINGS: Record<Sort, (sources: Sources) => Ranking> = {
  RELEVANCE: ({ scores, sold }) => ({ first: (at) => scores[at] ?? 0, second: sold }),
  PRICE_ASC: ({ price, sold }) => ({ first: by(price, -1), second: sold }),
  PRICE_DESC: ({ price, sold }) => ({ first: by(price), second: sold }),
  NEWEST: ({ createdAt, sold }) => ({ first: by(createdAt), second: sold }),
  RATING: ({ rating, ratingCount }) => ({ first: by(rating), second: ratingCount }),
  BEST_SELLING: ({ sold, createdAt }) => ({ first: by(sold), second: createdAt }),
};

/** Above 0 when the keys stand before a rank in the list, below 0 when behind it. */
const compare = (first: number, second: number, number: number, rank: Rank): number =>
  first - rank[0] || second - rank[1] || number - rank[2];

function insert(best: Rank[], rank: Rank, limit: number): void {
  let low = 0;
  for (let high = best.length; low < high;) {
    const middle = (low + high) >> 1;
    const there = best[middle] as Rank;
    if (compare(...rank, there) > 0) high = middle;
    else low = middle + 1;
  }
  best.splice(low, 0, rank);
  if (best.length > limit) best.pop();
}

/** The first `limit` products behind a rank, in order. Only what may get onto the page is kept while reading. */
export function firstOf(
  hits: Hits,
  columns: Columns,
  { sort, currency, limit, after }: { sort: Sort; currency: string; limit: number; after: Rank | null },
): Rank[] {
  const price = columns.prices.get(currency)?.minor ?? new Float64Array(0);
  const { first, second } = RANKINGS[sort]({ ...columns, scores: hits.scores, price });
  const best: Rank[] = [];
  let worst: Rank | null = null;
  // From the end: of equals the higher number stands first, so that most of what follows is behind the worst already.
  for (let at = hits.numbers.length - 1; at >= 0; at--) {
    const number = hits.numbers[at] ?? 0;
    const primary = first(at, number);
    const secondary = second[number] ?? 0;
    if (worst && compare(primary, secondary, number, worst) <= 0) continue;
    if (after && compare(primary, secondary, number, after) >= 0) continue;
    insert(best, [primary, secondary, number], limit);
    if (best.length === limit) worst = best[limit - 1] ?? null;
  }
  return best;
}

/** A cursor's keys as a rank. @throws INVALID_INPUT when they are none */
export function parseRank(keys: readonly unknown[] | null): Rank | null {
  if (keys === null) return null;
  const [first, second, number] = Array.isArray(keys) ? keys : [];
  const isRank = [first, second, number].every((key) => Number.isFinite(key));
  if (!isRank) throw notOfThisList();
  return [first, second, number] as unknown as Rank;
}
