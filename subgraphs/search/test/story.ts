import { ProductChanged, type ProductSnapshot } from '../../../platform/contracts/catalog';
import { OrderPaid } from '../../../platform/contracts/orders';
import { newId } from '../../../platform/kernel/ids';
import { startTestHouse, type TestHouse } from '../../../test/story/house';
import { search } from '../subgraph';

const start = Date.parse('2026-01-01T00:00:00Z');
let made = 0;

/** A product as the catalog tells of it; each is a second newer than the one before. */
export function snapshot(product: Partial<ProductSnapshot> = {}): ProductSnapshot {
  const createdAt = new Date(start + ++made * 1000);
  return {
    productId: newId('prd', createdAt),
    revision: 1,
    slug: `product-${made}`,
    name: `Thing ${made}`,
    description: '',
    active: true,
    categoryId: 'cat_things',
    categoryPath: [{ id: 'cat_things', slug: 'things', name: 'Things' }],
    options: [],
    variants: [],
    prices: [{ currencyCode: 'USD', min: 1000, max: 1000 }],
    inStock: true,
    rating: { average: null, count: 0 },
    createdAt: createdAt.toISOString(),
    ...product,
  };
}

export const usd = (min: number, max = min): ProductSnapshot['prices'] => [{ currencyCode: 'USD', min, max }];
export const path = (...names: string[]): ProductSnapshot['categoryPath'] =>
  names.map((name) => ({ id: `cat_${name.toLowerCase()}`, slug: name.toLowerCase(), name }));

const SEARCH = `
  query ($query: String!, $first: Int!, $after: String, $filter: SearchFilter, $sort: SearchSort) {
    searchProducts(query: $query, first: $first, after: $after, filter: $filter, sort: $sort) {
      totalCount
      correctedQuery
      pageInfo { hasNextPage hasPreviousPage endCursor }
      facets { field values { value label count } }
      edges { cursor }
      nodes { highlights { field fragment } product { id } }
    }
  }`;

type FacetValue = { value: string; label: string; count: number };

/** A shop's search on real Postgres, fed by events as in life. */
export async function startStory() {
  const house = await startTestHouse([search]);
  const names = new Map<string, string>();

  async function sell(products: ProductSnapshot[], tenant?: string): Promise<void> {
    for (const product of products) {
      names.set(product.productId, product.name);
      await house.publish(ProductChanged, product, tenant);
    }
  }
  async function find(query: string, more: Record<string, unknown> = {}, as = {}) {
    const answer = await house.execute('search', SEARCH, { query, first: 20, ...more }, as);
    if (answer.errors) throw Object.assign(new Error(answer.errors[0]?.message), { errors: answer.errors });
    const result = answer.data.searchProducts;
    const ids: string[] = result.nodes.map((node: { product: { id: string } }) => node.product.id);
    return {
      ...result,
      ids,
      names: ids.map((id) => names.get(id)),
      facet: (field: string): FacetValue[] =>
        result.facets.find((facet: { field: string }) => facet.field === field).values,
    };
  }
  /** The code that a search is refused with. */
  async function refusal(query: string, more: Record<string, unknown> = {}): Promise<unknown> {
    const answer = await house.execute('search', SEARCH, { query, first: 20, ...more });
    return answer.errors?.[0]?.extensions?.code;
  }
  async function suggest(prefix: string, first = 8, as = {}): Promise<string[]> {
    const document =
      'query ($prefix: String!, $first: Int!) { searchSuggestions(prefix: $prefix, first: $first) { text } }';
    const answer = await house.execute('search', document, { prefix, first }, as);
    if (answer.errors) throw new Error(answer.errors[0]?.message);
    return answer.data.searchSuggestions.map(({ text }: { text: string }) => text);
  }
  async function recommend(productIds: string[], first: number, as = {}): Promise<string[][]> {
    const document = `query ($products: [_Any!]!, $first: Int!) {
      _entities(representations: $products) { ... on Product { recommendations(first: $first) { id } } } }`;
    const products = productIds.map((id) => ({ __typename: 'Product', id }));
    const answer = await house.execute('search', document, { products, first }, as);
    if (answer.errors) throw new Error(answer.errors[0]?.message);
    return answer.data._entities.map(({ recommendations }: { recommendations: { id: string }[] }) =>
      recommendations.map(({ id }) => id),
    );
  }
  return {
    house,
    sell,
    find,
    refusal,
    suggest,
    recommend,
    pay: (lines: [string, number][]) => pay(house, lines),
    stop: () => house.stop(),
  };
}
export type Story = Awaited<ReturnType<typeof startStory>>;

async function pay(house: TestHouse, lines: [productId: string, quantity: number][]): Promise<void> {
  await house.publish(OrderPaid, {
    orderId: newId('ord', new Date()),
    number: 'A-1',
    buyerId: newId('usr', new Date()),
    paymentId: newId('pay', new Date()),
    currencyCode: 'USD',
    totalMinor: 0,
    lines: lines.map(([productId, quantity]) => ({
      variantId: newId('var', new Date()),
      productId,
      sku: 'S',
      productName: 'P',
      quantity,
      unitPriceMinor: 1,
    })),
    shipping: {
      address: {
        recipient: 'R',
        phone: null,
        line1: '1',
        line2: null,
        city: 'C',
        region: null,
        postalCode: '1',
        countryCode: 'US',
      },
      serviceId: 'svc',
      priceMinor: 0,
      weightGrams: 1,
    },
  });
}
