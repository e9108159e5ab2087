import { type CursorKeys, notOfThisList } from '../../../platform/kernel/connections';
import { invalidInput } from '../../../platform/kernel/errors';
import { isId } from '../../../platform/kernel/ids';
import { MONEY_PROBLEMS, parseMoney } from '../../../platform/kernel/money';
import { positionOf } from '../../../platform/kernel/pages';

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

/** The sort key and id behind which a list of products goes on. */
export function productKeys(sort: Sort, keys: CursorKeys | null): { key: string | number | Date; id: string } | null {
  if (keys === null) return null;
  if (sort === 'NEWEST') {
    const { at, id } = positionOf(keys, 'prd');
    return { key: at, id };
  }
  const [key, id] = keys;
  const fits = sort === 'NAME' ? typeof key === 'string' && !key.includes('\0') : Number.isSafeInteger(key);
  if (!fits || key == null || typeof id !== 'string' || !isId('prd', id)) throw notOfThisList();
  return { key, id };
}

/** A bound of a price filter, in minor units; null when there is none. */
export function priceBound(amount: string | null | undefined, currency: string, name: string): number | null {
  if (amount == null) return null;
  const price = parseMoney(amount, currency);
  if (typeof price === 'string') throw invalidInput(`filter.${name}: ${MONEY_PROBLEMS[price]}`, ['filter', name]);
  return price.minor;
}
