import { startStory, type Story, variant } from './story';

describe('a variant', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.house.stop());

  const add = (productId: string, input: object) =>
    story.act(
      'createProductVariant',
      { productId, variant: input },
      'variant { id sku name available prices { amount currencyCode } product { inStock revision variants { sku } priceRange { max { amount } } } }',
    );

  it('given a product, when a variant is added, then it stands last, counts for price and stock, and is announced', async () => {
    const product = await story.product({ stock: 0 });
    const { variant: added } = await add(
      product.id,
      variant('ADDED', { price: story.price('99'), prices: [story.price('98', 'EUR')], stock: 4, name: 'Big' }),
    );
    expect(added).toMatchObject({
      name: 'Big',
      available: 4,
      prices: [
        { amount: '98.00', currencyCode: 'EUR' },
        { amount: '99.00', currencyCode: 'USD' },
      ],
      product: {
        inStock: true,
        revision: 2,
        variants: [{ sku: product.variants[0]?.sku }, { sku: 'ADDED' }],
        priceRange: { max: { amount: '99.00' } },
      },
    });
  });

  it('given a choice that another variant has, or a number that is taken, then it is refused', async () => {
    const options = [{ name: 'Size', values: ['S', 'L'] }];
    const choice = { options: [{ name: 'Size', value: 'S' }] };
    const { id } = await story.product({ options, variants: [variant('TWIN', choice)] });
    expect((await add(id, variant('TWIN-2', choice))).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['variant', 'options'] },
    ]);
    expect((await add(id, variant('TWIN', { options: [{ name: 'Size', value: 'L' }] }))).userErrors).toMatchObject([
      { code: 'SKU_TAKEN', field: ['variant', 'sku'] },
    ]);
    expect((await add(story.productId(), variant('NONE'))).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['productId'] },
    ]);
  });

  it('given prices in several currencies, when they are set at once for two variants, then the range is that of both', async () => {
    const options = [{ name: 'Size', values: ['S', 'L'] }];
    const variants = ['S', 'L'].map((value) => variant(`RANGE-${value}`, { options: [{ name: 'Size', value }] }));
    const product = await story.product({ options, variants });
    const set = (index: number, amount: string) =>
      story.act(
        'setVariantPrice',
        { variantId: product.variants[index]?.id, prices: [story.price(amount), story.price(amount, 'EUR')] },
        'variant { price { amount } }',
      );
    const answers = await Promise.all([set(0, '7'), set(1, '9')]);
    expect(answers.map(({ variant: each }) => each.price.amount)).toEqual(['7.00', '9.00']);
    const { data } = await story.ask(
      'query ($id: ID!) { product(id: $id) { priceRange { min { amount } max { amount } } } }',
      { id: product.id },
      { currency: 'EUR' },
    );
    expect(data.product.priceRange).toEqual({ min: { amount: '7.00' }, max: { amount: '9.00' } });
  });

  it('given prices that cannot be, then they are refused', async () => {
    const { variants } = await story.product();
    const set = (prices: object[], variantId = variants[0]?.id) =>
      story.act('setVariantPrice', { variantId, prices }, 'variant { id }');
    expect((await set([])).userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['prices'] }]);
    expect((await set([story.price('1'), story.price('2')])).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['prices', '1', 'currencyCode'] },
    ]);
    expect((await set([story.price('1', 'CHF')])).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['prices', '0', 'currencyCode'] },
    ]);
    expect((await set([story.price('1')], story.variantId())).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['variantId'] },
    ]);
  });
});
