import { type SomeProduct, startStory, type Story } from './story';

export const productList = `query ProductList($first: Int!, $after: String, $filter: ProductFilter, $sort: ProductSort) {
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

export const productPage = `query ProductPage($slug: String!) {
  product(slug: $slug) {
    id name description shippingWeightGrams active inStock
    category { id name path { slug name } }
    options { name values }
    variants { id sku name price { amount currencyCode } available }
    rating { average count }
    reviews(first: 5) { totalCount nodes { stars } }
  }
}`;

type Variables = Record<string, unknown>;

/** Five products, each a second newer than the one before. */
async function stock(story: Story): Promise<Record<string, SomeProduct>> {
  const made: Record<string, SomeProduct> = {};
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
  return made;
}

/** A shop with a few products on its shelf, and the ways to list them. */
export async function startShelf() {
  const story = await startStory();
  const made = await stock(story);
  const list = async (variables: Variables = {}, as = {}) => {
    const { data, errors } = await story.ask(productList, { first: 20, ...variables }, as);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.products;
  };
  const slugs = async (variables: Variables = {}, as = {}): Promise<string[]> =>
    (await list(variables, as)).nodes.map((node: { slug: string }) => node.slug);
  return { ...story, made, list, slugs };
}
export type Shelf = Awaited<ReturnType<typeof startShelf>>;
