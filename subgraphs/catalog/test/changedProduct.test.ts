import { productFields, startStory, type Story, variant } from './story';

describe('a product that is changed', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.house.stop());

  const update = (productId: string, change: object) =>
    story.act('updateProduct', { productId, ...change }, `product { ${productFields} }`);

  it('given a change of some fields, when it is made, then the others stay and the revision grows', async () => {
    const { id, slug } = await story.product({ description: 'old' });
    const { product } = await update(id, { name: 'New name', description: null });
    expect(product).toMatchObject({ name: 'New name', slug, description: 'old', revision: 2 });
  });

  it('given two who change the same revision at once, then one is told that it is stale', async () => {
    const { id } = await story.product();
    const answers = await Promise.all(['A', 'B'].map((name) => update(id, { name, expectedRevision: 1 })));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: 'STALE' }]);
  });

  it('given a move to another category, when it is made, then every count follows', async () => {
    const { id } = await story.product();
    const [electronics, phones, home] = await story.counts();
    expect((await update(id, { categorySlug: 'home' })).product.category.slug).toBe('home');
    expect(await story.counts()).toEqual([electronics - 1, phones - 1, home + 1]);
    const { data } = await story.ask(
      'query ($ids: [ID!]) { products(first: 1, filter: { ids: $ids, categorySlug: "home" }) { totalCount } }',
      { ids: [id] },
    );
    expect(data.products.totalCount).toBe(1);
  });

  it('given products that move crosswise again and again, then none waits for ever and the counts are right', async () => {
    const shelf = (index: number) => (index % 2 ? 'home' : 'phones');
    const made = await Promise.all([1, 2, 3, 4, 5, 6].map((index) => story.product({ categorySlug: shelf(index) })));
    const before = await story.counts();
    for (const round of [1, 2, 3, 4, 5, 6])
      await Promise.all(made.map(({ id }, index) => update(id, { categorySlug: shelf(index + 1 + round) })));
    expect(await story.counts()).toEqual(before);
  });

  it('given a slug of another product, then it is taken', async () => {
    const [one, other] = [await story.product(), await story.product()];
    expect(await update(one.id, { slug: other.slug })).toMatchObject({
      product: null,
      userErrors: [{ code: 'SLUG_TAKEN', field: ['slug'] }],
    });
    expect((await update(one.id, { slug: one.slug })).userErrors).toEqual([]);
  });

  it('given options that leave out what a variant has, then they are refused', async () => {
    const options = [{ name: 'Size', values: ['S'] }];
    const { id } = await story.product({
      options,
      variants: [variant('OPT', { options: [{ name: 'Size', value: 'S' }] })],
    });
    expect((await update(id, { options: [{ name: 'Size', values: ['L'] }] })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['options'] },
    ]);
    expect((await update(id, { options: [{ name: 'Size', values: ['S', 'L'] }] })).product.options).toEqual([
      { name: 'Size', values: ['S', 'L'] },
    ]);
  });

  it('given an id that is unknown or none, then the answer says which', async () => {
    expect((await update(story.productId(), { name: 'X' })).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['productId'] },
    ]);
    expect((await update('x', { name: 'X' })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['productId'] },
    ]);
  });
});
