import { notOfThisList } from '../../../platform/kernel/connections';
import { type Columns, NO_PRICES } from './columns';
import type { Hits } from './matching';

export type Sort = 'RELEVANCE' | 'PRICE_ASC' | 'PRICE_DESC' | 'NEWEST' | 'RATING' | 'BEST_SELLING';

/** Where a product stands in a list: compared one after the other, greatest first. The last is its number: no two are equal. */
export type Rank = readonly [first: number, second: number, number: number];

/** What a product is compared by: a column that grows, or falls, towards the front, and one that settles what is equal. */
type Ranking = { first: Float64Array | Int32Array; sign: 1 | -1; second: Float64Array };
type Sources = Columns & { price: Float64Array };

const RANKINGS: Record<Exclude<Sort, 'RELEVANCE'>, (sources: Sources) => Ranking> = {
  PRICE_ASC: ({ price, sold }) => ({ first: price, sign: -1, second: sold }),
  PRICE_DESC: ({ price, sold }) => ({ first: price, sign: 1, second: sold }),
  NEWEST: ({ createdAt, sold }) => ({ first: createdAt, sign: 1, second: sold }),
  RATING: ({ rating, ratingCount }) => ({ first: rating, sign: 1, second: ratingCount }),
  BEST_SELLING: ({ sold, createdAt }) => ({ first: sold, sign: 1, second: createdAt }),
};

/** Behind every product. */
const NO_RANK: Rank = [-Infinity, -Infinity, -1];

const byScore = ({ scores }: Hits, { sold }: Columns): Ranking => ({ first: scores, sign: 1, second: sold });

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

/**
 * The first `limit` products behind a rank, in order. Only what may get onto the page is kept while reading.
 * @param places of the products among the hits, the last first: of equals the higher number stands first, so that most of
 * what follows is behind the worst already
 */
export function firstOf(
  places: Int32Array,
  hits: Hits,
  columns: Columns,
  { sort, currency, limit, after }: { sort: Sort; currency: string; limit: number; after: Rank | null },
): Rank[] {
  const isByScore = sort === 'RELEVANCE';
  const { minor: price } = columns.prices.get(currency) ?? NO_PRICES;
  const { first, sign, second } = isByScore ? byScore(hits, columns) : RANKINGS[sort]({ ...columns, price });
  const best: Rank[] = [];
  // The last on the page, as soon as it is full.
  let [worstFirst, worstSecond, worstNumber] = NO_RANK;
  for (let index = 0; index < places.length; index++) {
    const at = places[index] as number;
    const number = hits.numbers[at] as number;
    const primary = sign * (first[isByScore ? at : number] as number);
    if (primary < worstFirst) continue;
    const secondary = second[number] as number;
    if (primary === worstFirst && (secondary < worstSecond || (secondary === worstSecond && number < worstNumber)))
      continue;
    if (after && compare(primary, secondary, number, after) >= 0) continue;
    insert(best, [primary, secondary, number], limit);
    if (best.length === limit) [worstFirst, worstSecond, worstNumber] = best[limit - 1] as Rank;
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
