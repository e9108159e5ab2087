import fc from 'fast-check';
import { createColumns, learn } from '../../domain/columns';
import { everything } from '../../domain/matching';
import { firstOf, parseRank, type Rank, type Sort } from '../../domain/ordering';

type Product = { price: number; sold: number; rating: number | null };
const product = fc.record({
  price: fc.integer({ min: 0, max: 3 }),
  sold: fc.integer({ min: 0, max: 2 }),
  rating: fc.option(fc.integer({ min: 1, max: 5 })),
});

function columnsOf(products: readonly Product[]) {
  const columns = createColumns();
  products.forEach(({ price, sold, rating }, number) =>
    learn(columns, {
      number,
      version: 1,
      path: '[]',
      prices: { USD: price },
      inStock: true,
      rating,
      ratingCount: 1,
      sold,
      createdAt: number,
    }),
  );
  return columns;
}

describe('the order of a list', () => {
  it.each<[Sort, (product: Product, number: number) => [number, number]]>([
    ['PRICE_ASC', ({ price, sold }) => [-price, sold]],
    ['PRICE_DESC', ({ price, sold }) => [price, sold]],
    ['RATING', ({ rating }) => [rating ?? -1, 1]],
    ['BEST_SELLING', ({ sold }, number) => [sold, number]],
    ['NEWEST', ({ sold }, number) => [number, sold]],
    ['RELEVANCE', ({ sold }) => [0, sold]],
  ])('%s: pages of any size join to what sorting everything gives', (sort, keysOf) => {
    fc.assert(
      fc.property(fc.array(product, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (products, limit) => {
        const expected = products
          .map((each, number): Rank => [...keysOf(each, number), number])
          .toSorted((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2]);
        const columns = columnsOf(products);
        const places = Int32Array.from(products, (_, at) => products.length - 1 - at);
        const read: Rank[] = [];
        for (
          let after: Rank | null = null, page: Rank[] = [];
          page.length === limit || !after;
          after = page.at(-1) ?? [0, 0, 0]
        ) {
          page = firstOf(places, everything(columns.size), columns, { sort, currency: 'USD', limit, after });
          read.push(...page);
          if (page.length < limit) break;
        }
        expect(read).toEqual(expected);
      }),
    );
  });

  it('takes no keys for a place in the list but three numbers', () => {
    expect(parseRank(null)).toBeNull();
    expect(parseRank([1, 2, 3])).toEqual([1, 2, 3]);
    for (const keys of [[], [1, 2], ['1', 2, 3], [null, 2, 3], [{}, 2, 3]])
      expect(() => parseRank(keys)).toThrow('not a cursor');
  });
});

describe('learning facts', () => {
  it('keeps what is newer, whichever comes first', () => {
    const columns = createColumns();
    const facts = { number: 2000, path: '[]', inStock: true, rating: null, ratingCount: 0, sold: 0, createdAt: 0 };
    learn(columns, { ...facts, version: 2, prices: { USD: 7, EUR: 6 } });
    learn(columns, { ...facts, version: 1, prices: { USD: 5 } });
    expect(columns.prices.get('USD')?.minor[2000]).toBe(7);
    learn(columns, { ...facts, version: 3, prices: { EUR: 4 } });
    expect(columns.prices.get('USD')?.minor[2000]).toBe(-1);
    expect(columns.size).toBe(2001);
  });
});
