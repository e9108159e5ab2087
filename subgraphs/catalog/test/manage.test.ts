import { buyer } from '../../../test/story/house';
import { startStory, type Story } from './story';

const productFields = `id slug name description revision active inStock category { slug } options { name values }
  priceRange { min { amount } max { amount } } variants { id sku name available weightGrams options { name value } }`;

describe('what staff put up for sale', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.house.stop());

  const mutate = async (field: string, input: object, selection: string, as = {}) => {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
    const { data, errors } = await story.asStaff(
      `mutation ($input: ${type}) { ${field}(input: $input) { ${selection} userErrors { code field message } } }`,
      { input },
      as,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data[field];
  };
  const update = (productId: string, change: object) =>
    mutate('updateProduct', { productId, ...change }, `product { ${productFields} }`);
  const counts = async () => {
    const { data } = await story.ask(
      '{ a: category(slug: "electronics") { productCount } b: category(slug: "phones") { productCount } c: category(slug: "home") { productCount } }',
    );
    return [data.a.productCount, data.b.productCount, data.c.productCount];
  };
  const variant = (sku: string, more: object = {}) => ({ sku, price: story.price('1.50'), ...more });

  describe('a new product', () => {
    it('given only what must be said, when it is created, then the rest has its defaults', async () => {
      const input = { slug: 'plain', name: '  Plain  ', categorySlug: 'phones', variants: [variant('PLAIN')] };
      const { product, userErrors } = await mutate('createProduct', input, `product { ${productFields} }`);
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
      const before = await counts();
      const create = (index: number) =>
        story.create({ slug: 'unique', name: 'U', categorySlug: 'phones', variants: [variant(`U-${index}`)] });
      const answers = await Promise.all([1, 2, 3, 4, 5].map(create));
      const refused = answers.filter(({ data }) => data.createProduct.userErrors.length > 0);
      expect(refused).toHaveLength(4);
      expect(refused[0]?.data.createProduct.userErrors).toMatchObject([{ code: 'SLUG_TAKEN', field: ['slug'] }]);
      expect(await counts()).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1, before[2]]);
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

  describe('a product that is changed', () => {
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
      const [electronics = 0, phones = 0, home = 0] = await counts();
      expect((await update(id, { categorySlug: 'home' })).product.category.slug).toBe('home');
      expect(await counts()).toEqual([electronics - 1, phones - 1, home + 1]);
      const { data } = await story.ask(
        'query ($ids: [ID!]) { products(first: 1, filter: { ids: $ids, categorySlug: "home" }) { totalCount } }',
        { ids: [id] },
      );
      expect(data.products.totalCount).toBe(1);
    });

    it('given products that move crosswise again and again, then none waits for ever and the counts are right', async () => {
      const shelf = (index: number) => (index % 2 ? 'home' : 'phones');
      const made = await Promise.all([1, 2, 3, 4, 5, 6].map((index) => story.product({ categorySlug: shelf(index) })));
      const before = await counts();
      for (const round of [1, 2, 3, 4, 5, 6])
        await Promise.all(made.map(({ id }, index) => update(id, { categorySlug: shelf(index + 1 + round) })));
      expect(await counts()).toEqual(before);
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

  describe('a product that is archived', () => {
    it('given a product, when it is archived twice, then it is out of lists, pages, offers and counts, once', async () => {
      const { id, slug, variants } = await story.product();
      const before = await counts();
      const heard = await story.listen();
      const archive = () => mutate('archiveProduct', { productId: id }, 'product { active revision }');
      expect((await archive()).product).toEqual({ active: false, revision: 2 });
      expect((await archive()).product).toEqual({ active: false, revision: 2 });
      await story.house.settle();
      expect(heard).toMatchObject([{ productId: id, active: false, revision: 2 }]);
      expect(await counts()).toEqual([(before[0] ?? 0) - 1, (before[1] ?? 0) - 1, before[2]]);
      const { data } = await story.ask(
        'query ($id: ID!, $slug: String!) { product(slug: $slug) { id } products(first: 1, filter: { ids: [$id] }) { totalCount } }',
        { id, slug },
      );
      expect(data).toEqual({ product: null, products: { totalCount: 0 } });
      const offers = await story.inside(
        'query ($ids: [ID!]!) { variantOffers(ids: $ids, currencyCode: "USD") { sku } }',
        { ids: variants.map((each) => each.id) },
      );
      expect(offers.data.variantOffers).toEqual([null]);
    });

    it('given an archived product, when staff or an order asks for it, then it is still there', async () => {
      const { id } = await story.product();
      await mutate('archiveProduct', { productId: id }, 'product { id }');
      expect((await story.asStaff('query ($id: ID!) { product(id: $id) { active } }', { id })).data.product).toEqual({
        active: false,
      });
      const reference = { representations: [{ __typename: 'Product', id }] };
      const { data } = await story.ask(
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Product { id } } }',
        reference,
      );
      expect(data._entities).toEqual([{ id }]);
    });
  });

  describe('a variant', () => {
    const add = (productId: string, input: object) =>
      mutate(
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
        mutate(
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
        mutate('setVariantPrice', { variantId, prices }, 'variant { id }');
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

  describe('a category', () => {
    const add = (input: object) => mutate('createCategory', input, 'category { slug path { slug } productCount }');

    it('stands under its parent, in the order of its position', async () => {
      expect((await add({ slug: 'tablets', name: 'Tablets', parentSlug: 'mobile', position: -1 })).category).toEqual({
        slug: 'tablets',
        path: [{ slug: 'electronics' }, { slug: 'mobile' }, { slug: 'tablets' }],
        productCount: 0,
      });
      const { data } = await story.ask('{ category(slug: "mobile") { children { slug } } }');
      expect(data.category.children).toEqual([{ slug: 'tablets' }, { slug: 'phones' }]);
    });

    it.each([
      ['a fourth level', { slug: 'deep', name: 'D', parentSlug: 'phones' }, 'INVALID_INPUT', ['parentSlug']],
      ['a parent that is not there', { slug: 'orphan', name: 'O', parentSlug: 'nowhere' }, 'NOT_FOUND', ['parentSlug']],
      ['a slug that is taken', { slug: 'home', name: 'H' }, 'SLUG_TAKEN', ['slug']],
      ['a slug that is none', { slug: '-', name: 'H' }, 'INVALID_INPUT', ['slug']],
      ['a position beyond reason', { slug: 'far', name: 'F', position: 2147483647 }, 'INVALID_INPUT', ['position']],
    ])('refuses %s', async (_, input, code, field) => {
      expect(await add(input)).toMatchObject({ category: null, userErrors: [{ code, field }] });
    });
  });
});
