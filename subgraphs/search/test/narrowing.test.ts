import { path, snapshot, startStory, type Story, usd } from './story';

describe('facets and filters', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
    const rated = (average: number | null) => ({ average, count: average === null ? 0 : 10 });
    await story.sell([
      snapshot({
        name: 'Red phone',
        categoryPath: path('Electronics', 'Phones'),
        prices: usd(19_900, 90_000),
        rating: rated(4.5),
      }),
      snapshot({
        name: 'Blue phone',
        categoryPath: path('Electronics', 'Phones'),
        prices: usd(4999),
        rating: rated(3),
        inStock: false,
      }),
      snapshot({
        name: 'Phone case',
        categoryPath: path('Electronics', 'Cases'),
        prices: usd(1500),
        rating: rated(null),
      }),
      snapshot({ name: 'Phone table', categoryPath: path('Furniture'), prices: usd(300_000), rating: rated(1.9) }),
      snapshot({ name: 'Oak chair', categoryPath: path('Furniture'), prices: usd(8000), rating: rated(5) }),
    ]);
  });
  afterAll(() => story.stop());
  const counts = (values: { value: string; count: number }[]) =>
    Object.fromEntries(values.map(({ value, count }) => [value, count]));

  it('counts what was found, by category at every level, price, rating and stock', async () => {
    const { facet } = await story.find('phone');
    expect(facet('CATEGORY')).toEqual([
      { value: 'electronics', label: 'Electronics', count: 3 },
      { value: 'phones', label: 'Phones', count: 2 },
      { value: 'cases', label: 'Cases', count: 1 },
      { value: 'furniture', label: 'Furniture', count: 1 },
    ]);
    expect(facet('PRICE')).toEqual([
      { value: '0.00-24.99', label: '$0.00 – $24.99', count: 1 },
      { value: '25.00-49.99', label: '$25.00 – $49.99', count: 1 },
      { value: '100.00-199.99', label: '$100.00 – $199.99', count: 1 },
      { value: '2000.00-', label: '$2,000.00+', count: 1 },
    ]);
    expect(counts(facet('RATING'))).toEqual({ '4': 1, '3': 2, '2': 2, '1': 3 });
    expect(counts(facet('IN_STOCK'))).toEqual({ true: 3, false: 1 });
  });

  it('does not narrow a facet by its own filter, but all others', async () => {
    const { names, facet } = await story.find('', { filter: { categorySlugs: ['phones'], inStock: true } });
    expect(names).toEqual(['Red phone']);
    expect(counts(facet('CATEGORY'))).toEqual({ electronics: 2, furniture: 2, phones: 1, cases: 1 });
    expect(counts(facet('IN_STOCK'))).toEqual({ true: 1, false: 1 });
    expect(counts(facet('RATING'))).toEqual({ '4': 1, '3': 1, '2': 1, '1': 1 });
  });

  it('finds with a choice exactly as many as the facet has counted for it', async () => {
    const { facet } = await story.find('phone');
    for (const { value, count } of facet('PRICE')) {
      const [priceMin, priceMax] = value.split('-');
      const chosen = await story.find('phone', { filter: { priceMin, priceMax: priceMax || null } });
      expect([value, chosen.totalCount]).toEqual([value, count]);
    }
    for (const { value, count } of facet('CATEGORY')) {
      expect((await story.find('phone', { filter: { categorySlugs: [value] } })).totalCount).toBe(count);
    }
    for (const { value, count } of facet('RATING')) {
      expect((await story.find('phone', { filter: { ratingMin: Number(value) } })).totalCount).toBe(count);
    }
    for (const { value, count } of facet('IN_STOCK')) {
      expect((await story.find('phone', { filter: { inStock: value === 'true' } })).totalCount).toBe(count);
    }
  });

  it('includes both ends of a price range', async () => {
    expect((await story.find('', { filter: { priceMin: '49.99', priceMax: '80' } })).totalCount).toBe(2);
    expect((await story.find('', { filter: { priceMin: '0', priceMax: '49.98' } })).names).toEqual(['Phone case']);
  });

  it('takes several categories, and none for all', async () => {
    expect((await story.find('', { filter: { categorySlugs: ['cases', 'furniture'] } })).totalCount).toBe(3);
    expect((await story.find('', { filter: { categorySlugs: [] } })).totalCount).toBe(5);
    expect((await story.find('', { filter: { categorySlugs: ['nowhere'] } })).totalCount).toBe(0);
  });

  it('finds nothing between a minimum and a lower maximum', async () => {
    expect((await story.find('', { filter: { priceMin: '50', priceMax: '10' } })).totalCount).toBe(0);
  });

  it.each([
    { priceMin: '-1' },
    { priceMax: '-0.01' },
    { priceMin: '1.999' },
    { priceMax: '9999999999999' },
    { ratingMin: -1 },
    { ratingMin: 5.1 },
    { ratingMin: 1e308 },
    { categorySlugs: Array.from({ length: 101 }, () => 'x') },
    { categorySlugs: ['a\0'] },
  ])('refuses the filter %j', async (filter) => {
    expect(await story.refusal('', { filter })).toBe('INVALID_INPUT');
  });
});
