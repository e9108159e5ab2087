import { lineOf, type SomeProduct, startStory, type Story } from './story';

const LIST = `query ($filter: ProductFilter) {
  products(first: 100, filter: $filter) { totalCount nodes { slug } } }`;

const PLACES = [null, 'electronics', 'mobile', 'phones', 'home'];
const FILTERS = PLACES.flatMap((categorySlug) =>
  [null, true, false].map((inStock) => ({ ...(categorySlug && { categorySlug }), inStock })),
);

/** Totals are kept, lists are read: whoever changes a product changes both. */
describe('the total of a list', () => {
  let story: Story;
  beforeEach(async () => {
    story = await startStory();
  });
  afterEach(() => story.house.stop());

  const list = async (filter: object, currency = 'USD') => {
    const { data, errors } = await story.ask(LIST, { filter }, { currency });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.products as { totalCount: number; nodes: { slug: string }[] };
  };
  /** The totals of every place and stock in both currencies, after what each list holds was counted beside it. */
  async function totals(): Promise<Record<string, number[]>> {
    const found: Record<string, number[]> = { USD: [], EUR: [] };
    for (const currency of ['USD', 'EUR']) {
      for (const filter of FILTERS) {
        const { totalCount, nodes } = await list(filter, currency);
        expect({ currency, ...filter, total: totalCount }).toEqual({ currency, ...filter, total: nodes.length });
        found[currency]?.push(totalCount);
      }
    }
    return found;
  }
  async function staffDo(field: string, input: object): Promise<void> {
    const { userErrors } = await story.act(field, input);
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  }
  const variantOf = (product: SomeProduct): string => product.variants[0]?.id ?? '';

  it.each<[string, (product: SomeProduct) => Promise<unknown>]>([
    ['moves to another department', ({ id }) => staffDo('updateProduct', { productId: id, categorySlug: 'home' })],
    ['moves up to its section', ({ id }) => staffDo('updateProduct', { productId: id, categorySlug: 'mobile' })],
    ['is only renamed', ({ id }) => staffDo('updateProduct', { productId: id, name: 'Other' })],
    ['is archived', ({ id }) => staffDo('archiveProduct', { productId: id })],
    [
      'is archived and moved',
      async ({ id }) => {
        await staffDo('archiveProduct', { productId: id });
        await staffDo('updateProduct', { productId: id, categorySlug: 'home' });
      },
    ],
    [
      'is priced in a second currency',
      (product) => staffDo('setVariantPrice', { variantId: variantOf(product), prices: [story.price('9', 'EUR')] }),
    ],
    ['sells out', (product) => story.adjust(variantOf(product), -1)],
    [
      'comes back in stock by a new variant',
      async (product) => {
        await story.adjust(variantOf(product), -1);
        await staffDo('createProductVariant', {
          productId: product.id,
          variant: { sku: 'SECOND', price: story.price('12', 'EUR'), stock: 2 },
        });
      },
    ],
    [
      'is held by an order',
      (product) => story.reserve(story.orderId(), [{ variantId: variantOf(product), quantity: 1 }]),
    ],
  ])('given a product that %s, then it is as many as the list holds', async (_, change) => {
    const product = await story.product({ stock: 1 });
    await story.product({ stock: 0, categorySlug: 'home' });
    await change(product);
    expect((await totals()).USD?.[0]).toBeGreaterThan(0);
  });

  it('given orders that take the last of products from the same two shelves at once, then none waits for another in vain, and none is miscounted', async () => {
    const places = ['phones', 'home'];
    const products: SomeProduct[] = [];
    for (let index = 0; index < 24; index++) {
      const categorySlug = places[(index + Math.floor(index / 2)) % 2];
      products.push(await story.product({ stock: 1, categorySlug }));
    }
    // Of every second order the first product stands on one shelf, of the others on the other.
    const orders = Array.from({ length: 12 }, (_, index) => ({
      id: story.orderId(),
      lines: products.slice(2 * index, 2 * index + 2).map((each) => ({ variantId: variantOf(each), quantity: 1 })),
    }));
    const taken = await Promise.all(orders.map(({ id, lines }) => story.reserve(id, lines)));
    expect(taken.map(({ reserved }) => reserved)).toEqual(orders.map(() => true));
    expect((await totals()).USD?.slice(0, 3)).toEqual([24, 0, 24]);
    await Promise.all(orders.map(({ id }) => story.release(id)));
    expect((await totals()).USD?.slice(0, 3)).toEqual([24, 24, 0]);
  });

  it('given a product that staff move while it is sold with others that sell out, then nobody waits in vain', async () => {
    const moved = await story.product({ stock: 100 });
    const others = [];
    for (let index = 0; index < 10; index++) others.push(await story.product({ stock: 1 }));
    // Orders that hold nothing take what there is when they are paid.
    const sales = others.map((other) => story.paid(story.orderId(), [lineOf(other, 1), lineOf(moved, 1)]));
    const moves = ['home', 'phones', 'mobile', 'home', 'phones', 'electronics'].map((categorySlug) =>
      staffDo('updateProduct', { productId: moved.id, categorySlug }),
    );
    await Promise.all([...sales, ...moves]);
    await story.house.settle();
    expect((await totals()).USD?.slice(0, 3)).toEqual([11, 1, 10]);
  });
});
