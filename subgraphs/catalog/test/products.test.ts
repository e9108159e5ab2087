import { type SomeProduct, startStory, type Story } from './story';

const productList = `query ProductList($first: Int!, $after: String, $filter: ProductFilter, $sort: ProductSort) {
  products(first: $first, after: $after, filter: $filter, sort: $sort) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id slug name description
      category { id slug name }
      media { url alt }
      priceRange { min { amount currencyCode } max { amount currencyCode } }
      variants { id sku name price { amount currencyCode } available }
    }
  }
}`;

const productPage = `query ProductPage($slug: String!) {
  product(slug: $slug) {
    id name description shippingWeightGrams active inStock
    category { id name path { slug name } }
    options { name values }
    variants { id sku name price { amount currencyCode } available }
    rating { average count }
    reviews(first: 5) { totalCount nodes { stars } }
  }
}`;

describe('products for sale', () => {
  let story: Story;
  const made: Record<string, SomeProduct> = {};
  beforeAll(async () => {
    story = await startStory();
    await story.category('kitchen', 'home');
    const { price } = story;
    const sell = async (name: string, categorySlug: string, amounts: string[], fields: object = {}) => {
      const slug = name.toLowerCase();
      story.house.clock.advance(1000);
      const options = [{ name: 'Size', values: amounts }];
      const variants = amounts.map((amount) => ({
        sku: `${slug}-${amount}`,
        price: price(amount),
        prices: [price(amount, 'EUR')],
        weightGrams: 100 * Number(amount),
        stock: 3,
        options: [{ name: 'Size', value: amount }],
      }));
      made[slug] = await story.product({ slug, name, categorySlug, options, variants, ...fields });
    };
    const media = [{ url: 'https://images.test/a.png', alt: 'front' }, { url: 'https://images.test/b.png' }];
    await sell('anvil', 'home', ['30', '40'], { media, description: 'Heavy.' });
    await sell('Bell', 'phones', ['10', '60']);
    await sell('candle', 'kitchen', ['20']);
    await sell('drum', 'mobile', ['50'], { variants: [{ sku: 'drum', price: price('50'), stock: 0 }], options: [] });
    await sell('euro', 'home', ['5'], { variants: [{ sku: 'euro', price: price('5', 'EUR'), stock: 1 }], options: [] });
  });
  afterAll(() => story.house.stop());

  const list = async (variables: Record<string, unknown> = {}, as = {}) => {
    const { data, errors } = await story.ask(productList, { first: 20, ...variables }, as);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.products;
  };
  const slugs = async (variables: Record<string, unknown> = {}, as = {}): Promise<string[]> =>
    (await list(variables, as)).nodes.map((node: { slug: string }) => node.slug);

  it('given products, when a list is asked for, then it tells everything about each, newest first', async () => {
    const { nodes, totalCount } = await list();
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

  it.each([
    ['NEWEST', ['drum', 'candle', 'bell', 'anvil']],
    ['PRICE_ASC', ['bell', 'candle', 'anvil', 'drum']],
    ['PRICE_DESC', ['bell', 'drum', 'anvil', 'candle']],
    ['NAME', ['anvil', 'bell', 'candle', 'drum']],
  ])('sorts by %s, on one page and over several', async (sort, expected) => {
    expect(await slugs({ sort })).toEqual(expected);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: Awaited<ReturnType<typeof list>> = await list({ sort, first: 1, after });
      seen.push(...nodes.map((node: { slug: string }) => node.slug));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(expected);
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
    expect(await slugs({ filter })).toEqual(expected);
    expect((await list({ filter })).totalCount).toBe(expected.length);
  });

  it('filters by ids, unknown ones included', async () => {
    expect(await slugs({ filter: { ids: [made.anvil?.id, made.euro?.id, story.productId()] } })).toEqual(['anvil']);
  });

  it('given a product without a price in a currency, when lists of that currency are asked for, then it is in none', async () => {
    expect(await slugs({}, { currency: 'EUR' })).toEqual(['euro', 'candle', 'bell', 'anvil']);
    const { nodes } = await list({ filter: { ids: [made.anvil?.id] } }, { currency: 'EUR' });
    expect(nodes[0].variants[0].price).toEqual({ amount: '30.00', currencyCode: 'EUR' });
  });

  it('given a product without a price in a currency, when its price is asked for, then that is an error and no null', async () => {
    const { errors } = await story.ask(
      '{ product(slug: "drum") { name priceRange { min { amount } } } }',
      {},
      { currency: 'EUR' },
    );
    expect(errors?.[0]).toMatchObject({ path: ['product', 'priceRange'], extensions: { code: 'INVALID_INPUT' } });
    const answer = await story.ask(
      '{ product(slug: "drum") { name variants { sku price { amount } } } }',
      {},
      { currency: 'EUR' },
    );
    expect(answer.data.product).toEqual({ name: 'drum', variants: [{ sku: 'drum', price: null }] });
    expect(answer.errors?.[0]).toMatchObject({
      path: ['product', 'variants', 0, 'price'],
      extensions: { code: 'INVALID_INPUT' },
    });
  });

  it('shows a product page', async () => {
    const { data } = await story.ask(productPage, { slug: 'bell' });
    expect(data.product).toMatchObject({
      name: 'Bell',
      shippingWeightGrams: 1000,
      active: true,
      inStock: true,
      category: { path: [{ slug: 'electronics' }, { slug: 'mobile' }, { slug: 'phones' }] },
      options: [{ name: 'Size', values: ['10', '60'] }],
      rating: { average: null, count: 0 },
      reviews: { totalCount: 0, nodes: [] },
    });
  });

  it('finds a product by id or slug, and no other', async () => {
    const ask = async (args: string) => (await story.ask(`{ product(${args}) { slug } }`)).data.product;
    expect(await ask(`id: "${made.anvil?.id}"`)).toEqual({ slug: 'anvil' });
    expect(await ask('slug: "anvil"')).toEqual({ slug: 'anvil' });
    expect(await ask(`id: "${story.productId()}"`)).toBeNull();
    expect(await ask('slug: "nothing"')).toBeNull();
  });

  it('finds a variant with its product', async () => {
    const variant = made.anvil?.variants[1]?.id;
    const { data } = await story.ask(
      'query ($id: ID!) { productVariant(id: $id) { sku weightGrams product { slug } } }',
      { id: variant },
    );
    expect(data.productVariant).toEqual({ sku: 'anvil-40', weightGrams: 4000, product: { slug: 'anvil' } });
  });

  it('resolves references of other rooms, many in one statement', async () => {
    const representations = [
      ...[made.anvil, made.bell].map((product) => ({ __typename: 'Product', id: product?.id })),
      { __typename: 'ProductVariant', id: made.anvil?.variants[0]?.id },
      { __typename: 'Product', id: story.productId() },
    ];
    const { data } = await story.ask(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Product { slug } ... on ProductVariant { sku } } }',
      { representations },
    );
    expect(data._entities).toEqual([{ slug: 'anvil' }, { slug: 'bell' }, { sku: 'anvil-30' }, null]);
  });

  it('counts the products of every subtree', async () => {
    const { data } = await story.ask(
      '{ categories { slug productCount children { slug productCount children { slug productCount parent { slug } } } } }',
    );
    expect(data.categories).toEqual([
      {
        slug: 'electronics',
        productCount: 2,
        children: [
          {
            slug: 'mobile',
            productCount: 2,
            children: [{ slug: 'phones', productCount: 1, parent: { slug: 'mobile' } }],
          },
        ],
      },
      { slug: 'home', productCount: 3, children: [{ slug: 'kitchen', productCount: 1, children: [] }] },
    ]);
  });

  it('finds a category by its slug', async () => {
    const { data } = await story.ask(
      '{ category(slug: "phones") { name path { slug } } none: category(slug: "x") { id } }',
    );
    expect(data).toEqual({
      category: { name: 'PHONES', path: [{ slug: 'electronics' }, { slug: 'mobile' }, { slug: 'phones' }] },
      none: null,
    });
  });

  describe('in statements', () => {
    // Binding a connection to the tenant is no part of an operation; nor is the delivery of events, which goes on beside it.
    const beside = /^(begin|commit|rollback|set tenant)|outbox|inbox|set_config/i;
    const counted = async (query: string, variables: Record<string, unknown>) => {
      const before = story.house.statements().length;
      const { errors } = await story.ask(query, variables);
      expect(errors).toBeUndefined();
      const sent = story.house.statements().slice(before);
      return sent.filter((text) => !beside.test(text)).length;
    };

    it('a list of 20 with its total, categories, variants and prices takes 3, and 4 below a category', async () => {
      expect(await counted(productList, { first: 20 })).toBe(3);
      expect(await counted(productList, { first: 20, filter: { categorySlug: 'electronics', inStock: true } })).toBe(4);
    });

    it('a list that asks for no total counts nothing', async () => {
      expect(await counted('{ products(first: 20) { nodes { name } } }', {})).toBe(1);
    });

    it('a product page takes 4', async () => {
      expect(await counted(productPage, { slug: 'bell' })).toBe(4);
    });

    it('the departments with their children take 2', async () => {
      expect(
        await counted('{ categories { id slug name productCount children { id slug name productCount } } }', {}),
      ).toBe(2);
    });

    it('the reviews of many products take one more than the list', async () => {
      expect(await counted('{ products(first: 20) { nodes { reviews(first: 3) { nodes { stars } } } } }', {})).toBe(2);
    });
  });

  describe('asked for wrongly', () => {
    const codeOf = async (query: string, variables: Record<string, unknown> = {}) =>
      (await story.ask(query, variables)).errors?.map(({ extensions }) => extensions.code);

    it.each([0, -1, 101, 2147483647])('refuses first of %d', async (first) => {
      expect(await codeOf(productList, { first })).toEqual(['INVALID_INPUT']);
    });

    it('refuses a cursor of another sort, and one that was tampered with', async () => {
      const { pageInfo } = await list({ first: 1, sort: 'NAME' });
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
        await slugs({ filter: { priceMin: '-5', inStock: null, ids: null, categorySlug: null }, sort: null }),
      ).toHaveLength(4);
      expect(await slugs({ filter: { priceMax: '-5' } })).toEqual([]);
      expect(await slugs({ filter: null, after: null })).toHaveLength(4);
    });
  });

  describe('priced for an order', () => {
    const offers = (ids: unknown[], currencyCode: string) =>
      story.inside(
        `query ($ids: [ID!]!, $currencyCode: CurrencyCode!) { variantOffers(ids: $ids, currencyCode: $currencyCode) {
          variantId productId sku variantName productName available weightGrams price { amount currencyCode } } }`,
        { ids, currencyCode },
      );

    it('answers in the order of the ids, null where nothing is for sale', async () => {
      const [anvil, drum] = [made.anvil?.variants[0]?.id, made.drum?.variants[0]?.id];
      const { data } = await offers([drum, 'nonsense', anvil, drum], 'EUR');
      const [first, nothing, second, third] = data.variantOffers;
      expect(first).toMatchObject({ variantId: drum, productName: 'drum', available: 0, price: null });
      expect(nothing).toBeNull();
      expect(second).toMatchObject({
        sku: 'anvil-30',
        variantName: '30',
        weightGrams: 3000,
        price: { amount: '30.00', currencyCode: 'EUR' },
      });
      expect(third).toEqual(first);
    });

    it.each(['variantOffers(ids: [], currencyCode: "USD") { sku }', 'knownProducts(ids: [])'])(
      'is closed to clients: %s',
      async (field) => {
        const { errors } = await story.asStaff(`{ ${field} }`);
        expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      },
    );
  });
});
