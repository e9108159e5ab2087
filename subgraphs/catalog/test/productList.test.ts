import { type Shelf, startShelf } from './shelf';

describe('a list of products', () => {
  let shelf: Shelf;
  beforeAll(async () => {
    shelf = await startShelf();
  });
  afterAll(() => shelf.house.stop());

  it('given products, when a list is asked for, then it tells everything about each, newest first', async () => {
    const { nodes, totalCount } = await shelf.list();
    expect(totalCount).toBe(4);
    expect(nodes.map((node: { slug: string }) => node.slug)).toEqual(['drum', 'candle', 'bell', 'anvil']);
    expect(nodes[3]).toMatchObject({
      description: 'Heavy.',
      category: { slug: 'home', name: 'HOME' },
      media: [
        { url: 'https://images.test/a.png', alt: 'front' },
        { url: 'https://images.test/b.png', alt: null },
      ],
      priceRange: { min: { amount: '30.00', currencyCode: 'USD' }, max: { amount: '40.00', currencyCode: 'USD' } },
      variants: [
        { sku: 'anvil-30', name: '30', price: { amount: '30.00' }, available: 3 },
        { sku: 'anvil-40', name: '40', price: { amount: '40.00' }, available: 3 },
      ],
    });
  });

  /** Page by page, one product each. */
  async function pagewise(variables: object): Promise<string[]> {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: Awaited<ReturnType<typeof shelf.list>> = await shelf.list({
        ...variables,
        first: 1,
        after,
      });
      seen.push(...nodes.map((node: { slug: string }) => node.slug));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    return seen;
  }

  it.each([
    ['NEWEST', ['drum', 'candle', 'bell', 'anvil']],
    ['PRICE_ASC', ['bell', 'candle', 'anvil', 'drum']],
    ['PRICE_DESC', ['bell', 'drum', 'anvil', 'candle']],
    ['NAME', ['anvil', 'bell', 'candle', 'drum']],
  ])('sorts by %s, on one page and over several', async (sort, expected) => {
    expect(await shelf.slugs({ sort })).toEqual(expected);
    expect(await pagewise({ sort })).toEqual(expected);
  });

  it.each([
    ['PRICE_ASC', 'a department', { categorySlug: 'home' }, ['candle', 'anvil']],
    ['PRICE_DESC', 'a department', { categorySlug: 'home' }, ['anvil', 'candle']],
    ['PRICE_ASC', 'a section', { categorySlug: 'mobile' }, ['bell', 'drum']],
    ['PRICE_DESC', 'a category of the third level', { categorySlug: 'phones' }, ['bell']],
    ['PRICE_ASC', 'a section, of what is sold out', { categorySlug: 'mobile', inStock: false }, ['drum']],
    ['PRICE_DESC', 'a department, up to a price', { categorySlug: 'home', priceMax: '20.00' }, ['candle']],
  ])('sorts by %s within %s, on one page and over several', async (sort, _, filter, expected) => {
    expect(await shelf.slugs({ sort, filter })).toEqual(expected);
    expect(await pagewise({ sort, filter })).toEqual(expected);
  });

  it.each([
    ['a department, with all below it', { categorySlug: 'electronics' }, ['drum', 'bell']],
    ['a section', { categorySlug: 'mobile' }, ['drum', 'bell']],
    ['a category of the third level', { categorySlug: 'phones' }, ['bell']],
    ['a department that products stand in themselves', { categorySlug: 'home' }, ['candle', 'anvil']],
    ['a category that is not there', { categorySlug: 'nowhere' }, []],
    ['a lowest price', { priceMin: '41' }, ['drum', 'bell']],
    ['a highest price', { priceMax: '20.00' }, ['candle', 'bell']],
    ['a span of prices', { priceMin: '15', priceMax: '35' }, ['candle', 'bell', 'anvil']],
    ['a span that is upside down', { priceMin: '35', priceMax: '15' }, ['bell']],
    ['what is in stock', { inStock: true }, ['candle', 'bell', 'anvil']],
    ['what is sold out', { inStock: false }, ['drum']],
    ['no ids', { ids: [] }, []],
  ])('filters by %s', async (_, filter, expected) => {
    expect(await shelf.slugs({ filter })).toEqual(expected);
    expect((await shelf.list({ filter })).totalCount).toBe(expected.length);
  });

  it('filters by ids, unknown ones included', async () => {
    expect(
      await shelf.slugs({ filter: { ids: [shelf.made.anvil?.id, shelf.made.euro?.id, shelf.productId()] } }),
    ).toEqual(['anvil']);
  });

  it('given a product without a price in a currency, when lists of that currency are asked for, then it is in none', async () => {
    expect(await shelf.slugs({}, { currency: 'EUR' })).toEqual(['euro', 'candle', 'bell', 'anvil']);
    const { nodes } = await shelf.list({ filter: { ids: [shelf.made.anvil?.id] } }, { currency: 'EUR' });
    expect(nodes[0].variants[0].price).toEqual({ amount: '30.00', currencyCode: 'EUR' });
  });
});
