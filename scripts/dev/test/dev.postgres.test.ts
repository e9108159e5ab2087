import pino from 'pino';
import { readSettings } from '../../../gateway/settings';
import { createDatabase, type TestDatabase } from '../../../test/story/house';
import { issuePasses, type Passes } from '../passes';
import { startDev, type Dev } from '../start';

describe('given orders from source and the other rooms played', () => {
  let database: TestDatabase;
  let passes: Passes;
  let dev: Dev;

  beforeAll(async () => {
    database = await createDatabase();
    passes = await issuePasses('demo');
    const settings = readSettings({ PORT: '0' });
    const databaseUrl = () => database.url;
    dev = await startDev({
      only: 'orders',
      settings,
      databaseUrl,
      fixed: passes.fixed,
      log: pino({ level: 'silent' }),
    });
  });
  afterAll(async () => {
    await dev?.stop();
    await database.drop();
  });

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever its operation selected
  async function ask(query: string, variables: object = {}): Promise<any> {
    const answer = await fetch(`${dev.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${passes.buyer}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as { data: unknown; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  }

  const PRODUCTS = `{ products(first: 3) { nodes { id name variants { id } } } }`;
  const DESTINATION = { recipient: 'A', line1: 'S 1', city: 'Berlin', postalCode: '10115', countryCode: 'DE' };

  async function fillCart(): Promise<{ variantId: string; cart: { id: string; shippingQuotes: { id: string }[] } }> {
    const [first] = (await ask(PRODUCTS)).products.nodes;
    const variantId = first.variants[0].id;
    const made = await ask(
      `mutation ($input: CreateCartInput!, $to: AddressInput!) { createCart(input: $input) {
        cart { id lines { quantity variant { id name product { name } } } shippingQuotes(destination: $to) { id } } } }`,
      { input: { lines: [{ variantId, quantity: 2 }] }, to: DESTINATION },
    );
    return { variantId, cart: made.createCart.cart };
  }

  it('when what is in a cart is asked for, then orders has the lines and catalog is played', async () => {
    const { variantId, cart } = await fillCart();
    const variant = { id: variantId, name: expect.any(String), product: { name: expect.any(String) } };
    expect(cart).toMatchObject({ id: expect.stringMatching(/^crt_/), lines: [{ quantity: 2, variant }] });
  });

  it('when an order is placed, then the played rooms do their part of it', async () => {
    const { variantId, cart } = await fillCart();
    const { placeOrder } = await ask(
      `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
        order { status lines { variant { id } } payment { id } } userErrors { code message } } }`,
      {
        input: {
          cartId: cart.id,
          shippingAddress: DESTINATION,
          shippingQuoteId: cart.shippingQuotes[0]?.id,
          idempotencyKey: 'one',
        },
      },
    );
    expect(placeOrder).toEqual({
      order: {
        status: 'PENDING_PAYMENT',
        lines: [{ variant: { id: variantId } }],
        payment: { id: expect.stringMatching(/^pay_/) },
      },
      userErrors: [],
    });
  });

  it('when the same is asked twice, then the same is answered', async () => {
    expect(await ask(PRODUCTS)).toEqual(await ask(PRODUCTS));
  });

  it('when somebody signs in at the played users room, then the token is good', async () => {
    const { signIn } = await ask(
      `mutation { signIn(input: { email: "a@b.test", password: "anything-at-all" }) { session { accessToken } } }`,
    );
    expect(signIn.session.accessToken).toBe(passes.buyer);
    expect((await ask(`{ me { id email } }`)).me.email).toMatch(/@example\.test$/);
  });
});
