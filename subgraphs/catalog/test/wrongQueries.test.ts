import { productList, type Shelf, startShelf } from './shelf';

describe('products asked for wrongly', () => {
  let shelf: Shelf;
  beforeAll(async () => {
    shelf = await startShelf();
  });
  afterAll(() => shelf.house.stop());

  const codeOf = async (query: string, variables: Record<string, unknown> = {}) =>
    (await shelf.ask(query, variables)).errors?.map(({ extensions }) => extensions.code);

  it.each([0, -1, 101, 2147483647])('refuses first of %d', async (first) => {
    expect(await codeOf(productList, { first })).toEqual(['INVALID_INPUT']);
  });

  it('refuses a cursor of another sort, and one that was tampered with', async () => {
    const { pageInfo } = await shelf.list({ first: 1, sort: 'NAME' });
    expect(await codeOf(productList, { first: 1, after: pageInfo.endCursor })).toEqual(['INVALID_INPUT']);
    expect(await codeOf(productList, { first: 1, sort: 'NAME', after: `x${pageInfo.endCursor}` })).toEqual([
      'INVALID_INPUT',
    ]);
    expect(await codeOf(productList, { first: 1, after: '' })).toEqual(['INVALID_INPUT']);
  });

  it.each([
    { priceMin: '1.999' },
    { priceMax: '9999999999999' },
    { ids: ['var_00000000000000000000000000'] },
    { ids: Array.from({ length: 101 }, () => 'x') },
  ])('refuses the filter %j', async (filter) => {
    expect(await codeOf(productList, { first: 1, filter })).toEqual(['INVALID_INPUT']);
  });

  it.each([
    'query { product { id } }',
    'query { product(id: "prd_x", slug: "x") { id } }',
    'query { product(id: "x") { id } }',
    'query { productVariant(id: "prd_00000000000000000000000000") { id } }',
    'query { category(slug: "\\u0000") { id } }',
  ])('refuses %s', async (query) => {
    expect(await codeOf(query)).toEqual(['INVALID_INPUT']);
  });

  it('takes negative prices and nulls for what they mean', async () => {
    expect(
      await shelf.slugs({ filter: { priceMin: '-5', inStock: null, ids: null, categorySlug: null }, sort: null }),
    ).toHaveLength(4);
    expect(await shelf.slugs({ filter: { priceMax: '-5' } })).toEqual([]);
    expect(await shelf.slugs({ filter: null, after: null })).toHaveLength(4);
  });
});
