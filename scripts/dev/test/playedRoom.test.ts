import type { Envelope } from '../../../platform/identity/envelope';
import { isId } from '../../../platform/kernel/ids';
import { subgraphs } from '../../../subgraphs';
import { playedRooms } from '../playedRoom';

const rooms = playedRooms(subgraphs, { 'Query.keySet': 'a key' });
const envelope = (currency = 'USD'): Envelope => ({
  requestId: 'test',
  tenant: 'demo',
  locale: 'en-US',
  currency,
  identity: { kind: 'guest' },
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever its operation selected
type Data = any;

async function ask(
  room: string,
  query: string,
  variables: Record<string, unknown> = {},
  currency = 'USD',
): Promise<Data> {
  const { data, errors } = await rooms(room).execute({ query, variables, envelope: envelope(currency) });
  expect(errors).toBeUndefined();
  return data;
}

const PRODUCTS = `query ($first: Int! = 20) { products(first: $first) { totalCount pageInfo { hasNextPage endCursor }
  edges { cursor node { id } } nodes { id name createdAt category { id } variants { id } priceRange { min { amount currencyCode } } } } }`;

describe('a played room', () => {
  it('answers lists of three, whose edges and nodes are the same', async () => {
    const { products } = await ask('catalog', PRODUCTS);
    const ids = products.nodes.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(products.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(ids);
    expect(products.pageInfo).toEqual({ hasNextPage: false, endCursor: products.edges[2].cursor });
    expect((await ask('catalog', PRODUCTS, { first: 1 })).products.nodes).toHaveLength(1);
  });

  it('answers ids of the type, times of RFC 3339 and amounts in the currency that is asked for', async () => {
    const [product] = (await ask('catalog', PRODUCTS, {}, 'EUR')).products.nodes;
    expect(isId('prd', product.id)).toBe(true);
    expect(isId('var', product.variants[0].id)).toBe(true);
    expect(new Date(product.createdAt).toISOString()).toBe(product.createdAt);
    expect(product.priceRange.min).toEqual({ amount: expect.stringMatching(/^\d+\.\d\d$/), currencyCode: 'EUR' });
    const [other] = (await ask('catalog', PRODUCTS, {}, 'JPY')).products.nodes;
    expect(other.priceRange.min.amount).toMatch(/^\d+$/);
  });

  it('knows an entity again, wherever it is met', async () => {
    const [{ id, name }] = (await ask('catalog', PRODUCTS)).products.nodes;
    expect(await ask('catalog', `query ($id: ID!) { product(id: $id) { id name } }`, { id })).toEqual({
      product: { id, name },
    });
    const byReference = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Product { name } } }`;
    expect(await ask('catalog', byReference, { of: [{ __typename: 'Product', id }] })).toEqual({
      _entities: [{ name }],
    });
  });

  it('answers one for each id that is asked for', async () => {
    const ids = ['var_01x4z2bkx0jm0tcnkgkg45pdt7', 'var_01jg3dtg7hc6pmmj83j22fb4yk'];
    const query = `query ($ids: [ID!]!) { variantOffers(ids: $ids, currencyCode: USD) { variantId available } }`;
    const { variantOffers } = await ask('catalog', query, { ids });
    expect(variantOffers.map(({ variantId }: { variantId: string }) => variantId)).toEqual(ids);
  });

  it('does what mutations ask, and refuses none', async () => {
    const query = `mutation ($input: SaveAddressInput!) { saveAddress(input: $input) { address { city } userErrors { code } } }`;
    const input = { recipient: 'A', line1: 'S 1', city: 'Bonn', postalCode: '53111', countryCode: 'DE' };
    expect((await ask('users', query, { input })).saveAddress).toEqual({ address: { city: 'Bonn' }, userErrors: [] });
  });

  it('knows nobody who is not signed in', async () => {
    expect(await ask('users', `{ me { id } }`)).toEqual({ me: null });
  });

  it('says what it is told to say instead', async () => {
    expect(await ask('users', `{ keySet }`)).toEqual({ keySet: 'a key' });
  });

  it('given a subscription, then one event comes, and no more', async () => {
    const query = `subscription { notificationReceived { notification { id } } }`;
    const events = await rooms('marketing').subscribe({ query, envelope: envelope() });
    const heard: unknown[] = [];
    for await (const each of events as AsyncIterable<unknown>) heard.push(each);
    expect(heard).toHaveLength(1);
  });
});
