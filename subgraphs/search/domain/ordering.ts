import { invalidInput } from '../../../platform/kernel/errors';
import type { Columns } from './columns';
import type { Hits } from './matching';

export type Sort = 'RELEVANCE' | 'PRICE_ASC' | 'PRICE_DESC' | 'NEWEST' | 'RATING' | 'BEST_SELLING';

/** Where a product stands in a list: compared one after the other, greatest first. The last is its number: no two are equal. */
export type Rank = readonly [first: number, second: number, number: number];

type Ranking = { first: (at: number, number: number) => number; second: Float64Array };

function rankingOf(sort: Sort, columns: Columns, { scores }: Hits, currency: string): Ranking {
  const { sold, rating, ratingCount, createdAt } = columns;
  const prices = columns.prices.get(currency) ?? new Float64Array(0);
  const by = (column: Float64Array, sign = 1) => (_: number, number: number) => sign * (column[number] ?? 0);
  switch (sort) {
    case 'RELEVANCE':
      return { first: (at) => scores[at] ?? 0, second: sold };
    case 'PRICE_ASC':
      return { first: by(prices, -1), second: sold };
    case 'PRICE_DESC':
      return { first: by(prices), second: sold };
    case 'NEWEST':
      return { first: by(createdAt), second: sold };
    case 'RATING':
      return { first: by(rating), second: ratingCount };
    case 'BEST_SELLING':
      return { first: by(sold), second: createdAt };
  }
}

/** Whether the first rank stands before the second in the list. */
const before = (a1: number, a2: number, a3: number, b: Rank) =>
  a1 !== b[0] ? a1 > b[0] : a2 !== b[1] ? a2 > b[1] : a3 > b[2];
const behind = (a1: number, a2: number, a3: number, b: Rank) =>
  a1 !== b[0] ? a1 < b[0] : a2 !== b[1] ? a2 < b[1] : a3 < b[2];

function insert(best: Rank[], rank: Rank, limit: number): void {
  let low = 0;
  for (let high = best.length; low < high; ) {
    const middle = (low + high) >> 1;
    const there = best[middle] as Rank;
    if (before(rank[0], rank[1], rank[2], there)) high = middle;
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
  const { first, second } = rankingOf(sort, columns, hits, currency);
  const best: Rank[] = [];
  let worst: Rank | null = null;
  for (let at = 0; at < hits.numbers.length; at++) {
    const number = hits.numbers[at] ?? 0;
    const primary = first(at, number);
    const secondary = second[number] ?? 0;
    if (worst && !before(primary, secondary, number, worst)) continue;
    if (after && !behind(primary, secondary, number, after)) continue;
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
  if (!isRank) throw invalidInput('after is not a cursor of this list.', ['after']);
  return [first, second, number] as unknown as Rank;
}
