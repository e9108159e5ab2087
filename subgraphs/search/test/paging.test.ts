import { snapshot, startStory, type Story, usd } from './story';

describe('sort orders and pages', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
    const products = Array.from({ length: 23 }, (_, index) =>
      snapshot({
        name: index % 3 === 0 ? `Lamp ${index}` : `Thing ${index}`,
        description: 'A lamp or not',
        // Many equals, so that only the last key tells them apart.
        prices: usd(1000 + (index % 4) * 100),
        rating: { average: index % 5 === 0 ? null : 1 + (index % 4), count: index % 2 },
      }),
    );
    await story.sell(products);
    await story.pay(products.slice(0, 9).map(({ productId }, index) => [productId, 1 + (index % 3)]));
  });
  afterAll(() => story.stop());

  const whole = async (sort: string) => (await story.find('lamp', { sort, first: 100 })).ids;

  it.each(['RELEVANCE', 'PRICE_ASC', 'PRICE_DESC', 'NEWEST', 'RATING', 'BEST_SELLING'])(
    'shows every product once over all pages, in the order %s',
    async (sort) => {
      const all = await whole(sort);
      expect(new Set(all).size).toBe(23);
      for (const first of [1, 4, 23]) {
        const seen: string[] = [];
        let after: string | null = null;
        do {
          const page: Awaited<ReturnType<Story['find']>> = await story.find('lamp', { sort, first, after });
          expect(page).toMatchObject({ totalCount: 23, pageInfo: { hasPreviousPage: after !== null } });
          seen.push(...page.ids);
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (after);
        expect(seen).toEqual(all);
      }
    },
  );

  it('sorts by what the order says', async () => {
    const byId = async (sort: string, first: number) => (await story.find('', { sort, first })).names;
    expect((await byId('NEWEST', 3)).map((name: string) => name.split(' ')[1])).toEqual(['22', '21', '20']);
    const relevant = await byId('RELEVANCE', 3);
    expect(relevant).toEqual(await byId('BEST_SELLING', 3));
    expect((await story.find('lamp', { first: 8 })).names.every((name: string) => name.startsWith('Lamp'))).toBe(true);
    const ascending = await whole('PRICE_ASC');
    const descending = await whole('PRICE_DESC');
    expect(new Set(ascending.slice(0, 6))).toEqual(new Set(descending.slice(-6)));
  });

  it('refuses a cursor that was tampered with, or made for another list', async () => {
    const { pageInfo } = await story.find('lamp', { first: 2 });
    const cursor: string = pageInfo.endCursor;
    expect(await story.refusal('lamp', { first: 2, after: cursor })).toBeUndefined();
    expect(await story.refusal('lamp', { first: 2, after: `x${cursor}` })).toBe('INVALID_INPUT');
    expect(await story.refusal('lamp', { first: 2, after: '' })).toBe('INVALID_INPUT');
    expect(await story.refusal('lamps', { first: 2, after: cursor })).toBe('INVALID_INPUT');
    expect(await story.refusal('lamp', { first: 2, after: cursor, sort: 'NEWEST' })).toBe('INVALID_INPUT');
    expect(await story.refusal('lamp', { first: 2, after: cursor, filter: { inStock: true } })).toBe('INVALID_INPUT');
  });

  it.each([0, -1, 101, 2147483647])('refuses a page of %d', async (first) => {
    expect(await story.refusal('lamp', { first })).toBe('INVALID_INPUT');
  });
});
