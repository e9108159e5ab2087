import { newId } from '../../../../platform/kernel/ids';
import { priceBound, productKeys, type Sort, SORTS } from '../../domain/listing';

const now = new Date('2026-01-01T00:00:00Z');
const id = newId('prd', now);

describe('the keys of a cursor', () => {
  it.each(Object.keys(SORTS) as Sort[])('of %s are those that the list has given out', (sort) => {
    const row = { id, createdAt: now, sortName: 'a', sold: 3, range: { min: 1, max: 2 } };
    const key = SORTS[sort].keyOf(row);
    expect(productKeys(sort, [key, id])).toEqual({ key: sort === 'NEWEST' ? now : key, id });
    expect(productKeys(sort, null)).toBeNull();
  });

  // A cursor's seal is no secret: what a forger may write must never reach the database as an error.
  it.each([
    ['NEWEST', ['x', id]],
    ['NEWEST', [Number.MAX_SAFE_INTEGER, id]],
    ['NEWEST', [null, id]],
    ['PRICE_ASC', ['1', id]],
    ['PRICE_DESC', [1.5, id]],
    ['BEST_SELLING', [null, id]],
    ['NAME', [1, id]],
    ['NAME', ['\0', id]],
    ['NAME', ['a', 'x']],
    ['NAME', ['a', null]],
    ['NAME', []],
  ] as [Sort, (string | number | null)[]][])('of %s are not %j', (sort, keys) => {
    expect(() => productKeys(sort, keys)).toThrow('after is not a cursor');
  });
});

describe('a bound of prices', () => {
  it('is read in minor units of the currency', () => {
    expect(priceBound('19.9', 'USD', 'priceMin')).toBe(1990);
    expect(priceBound('1990', 'JPY', 'priceMin')).toBe(1990);
    expect(priceBound(null, 'USD', 'priceMin')).toBeNull();
  });

  it.each(['1.999', '1234567890123'])('is not %s', (amount) => {
    expect(() => priceBound(amount, 'USD', 'priceMin')).toThrow('filter.priceMin');
  });
});
