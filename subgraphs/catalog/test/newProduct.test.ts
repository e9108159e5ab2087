import { buyer } from '../../../test/story/house';
import { productFields, startStory, type Story, variant } from './story';

describe('a new product', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.house.stop());

  it('given only what must be said, when it is created, then the rest has its defaults', async () => {
    const input = { slug: 'plain', name: '  Plain  ', categorySlug: 'phones', variants: [variant('PLAIN')] };
    const { product, userErrors } = await story.act('createProduct', input, `product { ${productFields} }`);
    expect(userErrors).toEqual([]);
    expect(product).toMatchObject({
      name: 'Plain',
      description: '',
      revision: 1,
      active: true,
      inStock: false,
      options: [],
      variants: [{ sku: 'PLAIN', name: 'Plain', available: 0, weightGrams: 0, options: [] }],
    });
  });

  it('given options and variants, when it is created, then variants are named by what they choose, and other rooms hear of it whole', async () => {
    const heard = await story.listen();
    const choose = (size: string, colour: string) => [
      { name: 'Size', value: size },
      { name: 'Colour', value: colour },
    ];
    const product = await story.product({
      slug: 'shirt',
      name: 'Shirt',
      options: [
        { name: 'Size', values: ['S', 'L'] },
        { name: 'Colour', values: ['Red'] },
      ],
      variants: [
        variant('S-R', { options: choose('S', 'Red'), stock: 2, prices: [story.price('1.40', 'EUR')] }),
        variant('L-R', { options: choose('L', 'Red'), price: story.price('2') }),
      ],
    });
    await story.house.settle();
    expect(product.variants).toMatchObject([
      { sku: 'S-R', name: 'S / Red', available: 2 },
      { sku: 'L-R', name: 'L / Red', available: 0 },
    ]);
    expect(heard).toEqual([
      {
        productId: product.id,
        revision: 1,
        slug: 'shirt',
        name: 'Shirt',
        description: '',
        active: true,
        categoryId: expect.stringMatching(/^cat_/),
        categoryPath: ['electronics', 'mobile', 'phones'].map((slug) => ({
          id: expect.any(String),
          slug,
          name: slug.toUpperCase(),
        })),
        options: [
          { name: 'Size', values: ['S', 'L'] },
          { name: 'Colour', values: ['Red'] },
        ],
        variants: product.variants.map(({ id }, index) => ({
          variantId: id,
          sku: ['S-R', 'L-R'][index],
          name: ['S / Red', 'L / Red'][index],
        })),
        prices: [
          { currencyCode: 'EUR', min: 140, max: 140 },
          { currencyCode: 'USD', min: 150, max: 200 },
        ],
        inStock: true,
        rating: { average: null, count: 0 },
        createdAt: story.house.clock.now().toISOString(),
      },
    ]);
  });

  it('given a slug that is taken, when it is used again, also five times at once, then one has it and nothing stays of the others', async () => {
    const before = await story.counts();
    const create = (index: number) =>
      story.create({ slug: 'unique', name: 'U', categorySlug: 'phones', variants: [variant(`U-${index}`)] });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(create));
    const refused = answers.filter(({ data }) => data.createProduct.userErrors.length > 0);
    expect(refused).toHaveLength(4);
    expect(refused[0]?.data.createProduct.userErrors).toMatchObject([{ code: 'SLUG_TAKEN', field: ['slug'] }]);
    expect(await story.counts()).toEqual([before[0] + 1, before[1] + 1, before[2]]);
  });

  it('given a stock-keeping number that is taken, when it is used again, then that variant is named', async () => {
    await story.product({ variants: [variant('TAKEN')] });
    const answer = await story.create({
      slug: 'second',
      name: 'S',
      categorySlug: 'phones',
      variants: [variant('FREE'), variant('TAKEN')],
      options: [],
    });
    expect(answer.data.createProduct).toMatchObject({
      product: null,
      userErrors: [{ code: 'SKU_TAKEN', field: ['variants', '1', 'sku'] }],
    });
  });

  it('given a category that is not there, then that is not found', async () => {
    const { data } = await story.create({
      slug: 'lost',
      name: 'L',
      categorySlug: 'nowhere',
      variants: [variant('LOST')],
    });
    expect(data.createProduct).toMatchObject({
      product: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['categorySlug'] }],
    });
  });

  it('given many mistakes, then all are told at once', async () => {
    const variants = [
      variant('a b', { price: story.price('1.001'), weightGrams: -1, stock: 2147483647 }),
      variant('X', {
        price: story.price('-1'),
        prices: [story.price('1'), story.price('1', 'JPY')],
        options: [{ name: 'Size', value: 'S' }],
      }),
      variant('X', { price: story.price('999999999999') }),
    ];
    const media = [{ url: 'javascript:alert(1)' }];
    const { data } = await story.create({
      slug: 'Not A Slug',
      name: '   ',
      description: 'x'.repeat(5001),
      categorySlug: 'phones',
      media,
      variants,
    });
    const fields = data.createProduct.userErrors.map(
      (error: { code: string; field: string[] }) => `${error.code} ${error.field.join('.')}`,
    );
    expect(fields.toSorted()).toEqual(
      [
        'slug',
        'name',
        'description',
        'media.0.url',
        'variants.2.sku',
        'variants.0.sku',
        'variants.0.price.amount',
        'variants.0.weightGrams',
        'variants.0.stock',
        'variants.1.price.amount',
        'variants.1.prices.0.currencyCode',
        'variants.1.prices.1.currencyCode',
        'variants.1.options.0.name',
        'variants.2.price.amount',
      ]
        .map((field) => `INVALID_INPUT ${field}`)
        .toSorted(),
    );
  });

  it('is made by staff alone', async () => {
    const input = { slug: 'mine', name: 'M', categorySlug: 'phones', variants: [variant('MINE')] };
    const asBuyer = await story.create(input, buyer());
    expect(asBuyer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const asGuest = await story.create(input, { identity: { kind: 'guest' } });
    expect(asGuest.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
