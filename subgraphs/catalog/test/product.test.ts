import { productPage, type Shelf, startShelf } from './shelf';

describe('a product for sale', () => {
  let shelf: Shelf;
  beforeAll(async () => {
    shelf = await startShelf();
  });
  afterAll(() => shelf.house.stop());

  it('given a product without a price in a currency, when its price is asked for, then that is an error and no null', async () => {
    const { errors } = await shelf.ask(
      '{ product(slug: "drum") { name priceRange { min { amount } } } }',
      {},
      { currency: 'EUR' },
    );
    expect(errors?.[0]).toMatchObject({ path: ['product', 'priceRange'], extensions: { code: 'INVALID_INPUT' } });
    const answer = await shelf.ask(
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
    const { data } = await shelf.ask(productPage, { slug: 'bell' });
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
    const ask = async (args: string) => (await shelf.ask(`{ product(${args}) { slug } }`)).data.product;
    expect(await ask(`id: "${shelf.made.anvil?.id}"`)).toEqual({ slug: 'anvil' });
    expect(await ask('slug: "anvil"')).toEqual({ slug: 'anvil' });
    expect(await ask(`id: "${shelf.productId()}"`)).toBeNull();
    expect(await ask('slug: "nothing"')).toBeNull();
  });

  it('finds a variant with its product', async () => {
    const variant = shelf.made.anvil?.variants[1]?.id;
    const { data } = await shelf.ask(
      'query ($id: ID!) { productVariant(id: $id) { sku weightGrams product { slug } } }',
      { id: variant },
    );
    expect(data.productVariant).toEqual({ sku: 'anvil-40', weightGrams: 4000, product: { slug: 'anvil' } });
  });

  it('resolves references of other rooms, many in one statement', async () => {
    const representations = [
      ...[shelf.made.anvil, shelf.made.bell].map((product) => ({ __typename: 'Product', id: product?.id })),
      { __typename: 'ProductVariant', id: shelf.made.anvil?.variants[0]?.id },
      { __typename: 'Product', id: shelf.productId() },
    ];
    const { data } = await shelf.ask(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Product { slug } ... on ProductVariant { sku } } }',
      { representations },
    );
    expect(data._entities).toEqual([{ slug: 'anvil' }, { slug: 'bell' }, { sku: 'anvil-30' }, null]);
  });

  it('counts the products of every subtree', async () => {
    const { data } = await shelf.ask(
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
    const { data } = await shelf.ask(
      '{ category(slug: "phones") { name path { slug } } none: category(slug: "x") { id } }',
    );
    expect(data).toEqual({
      category: { name: 'PHONES', path: [{ slug: 'electronics' }, { slug: 'mobile' }, { slug: 'phones' }] },
      none: null,
    });
  });
});
