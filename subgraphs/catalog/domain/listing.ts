import type { CursorKeys } from '../../../platform/kernel/connections';
import { invalidInput } from '../../../platform/kernel/errors';
import { isId } from '../../../platform/kernel/ids';
import { parseMoney } from '../../../platform/kernel/money';
import { MONEY_PROBLEMS } from './prices';

export type Sort = 'NEWEST' | 'PRICE_ASC' | 'PRICE_DESC' | 'NAME' | 'BEST_SELLING';

type Sortable = {
  id: string;
  createdAt: Date;
  sortName: string;
  sold: number;
  range: { min: number; max: number } | null;
};

/** What each order sorts by, before the id; and whether upwards. */
export const SORTS: Record<Sort, { ascending: boolean; keyOf: (row: Sortable) => string | number }> = {
  NEWEST: { ascending: false, keyOf: (row) => row.createdAt.getTime() },
  PRICE_ASC: { ascending: true, keyOf: (row) => row.range?.min ?? 0 },
  PRICE_DESC: { ascending: false, keyOf: (row) => row.range?.max ?? 0 },
  NAME: { ascending: true, keyOf: (row) => row.sortName },
  BEST_SELLING: { ascending: false, keyOf: (row) => row.sold },
};

const LAST_MILLISECOND = Date.UTC(9999, 11, 31);
const isTime = (key: unknown): key is number => Number.isInteger(key) && Math.abs(key as number) <= LAST_MILLISECOND;

/** The time and id behind which a list by time goes on. A cursor is no secret: whoever forges one learns nothing new. */
export function timeKeys(keys: CursorKeys | null, prefix: string): { at: Date; id: string } | null {
  if (keys === null) return null;
  const [at, id] = keys;
  if (!isTime(at) || typeof id !== 'string' || !isId(prefix, id))
    throw invalidInput('after is not a cursor of this list.', ['after']);
  return { at: new Date(at), id };
}

/** The sort key and id behind which a list of products goes on. */
export function productKeys(sort: Sort, keys: CursorKeys | null): { key: string | number | Date; id: string } | null {
  if (keys === null) return null;
  if (sort === 'NEWEST') {
    const behind = timeKeys(keys, 'prd');
    return behind && { key: behind.at, id: behind.id };
  }
  const [key, id] = keys;
  const fits = sort === 'NAME' ? typeof key === 'string' && !key.includes('\0') : Number.isSafeInteger(key);
  if (!fits || key == null || typeof id !== 'string' || !isId('prd', id)) {
    throw invalidInput('after is not a cursor of this list.', ['after']);
  }
  return { key, id };
}

/** A bound of a price filter, in minor units; null when there is none. */
export function priceBound(amount: string | null | undefined, currency: string, name: string): number | null {
  if (amount == null) return null;
  const price = parseMoney(amount, currency);
  if (typeof price === 'string') throw invalidInput(`filter.${name}: ${MONEY_PROBLEMS[price]}`, ['filter', name]);
  return price.minor;
}
