import { newId } from '../../../platform/kernel/ids';
import type { CartRow } from '../data/carts.repository';
import type { Priced } from '../domain/placement';
import { startStory, type Story, type Who } from './story';

const ERRORS = 'userErrors { code field message }';
const CREATE = `mutation ($input: CreateCartInput!) { createCart(input: $input) { cart { id currencyCode total { amount } lines { id } } warnings { code } ${ERRORS} } }`;
const READ =
  'query ($id: ID!) { cart(id: $id) { id currencyCode subtotal { amount currencyCode } discounts { label } total { amount } totalWeightGrams lines { id } order { id } couponCode } }';
const ADD = `mutation ($input: AddCartLinesInput!) { addCartLines(input: $input) { cart { id } ${ERRORS} } }`;
const UPDATE = `mutation ($input: UpdateCartLinesInput!) { updateCartLines(input: $input) { cart { id } ${ERRORS} } }`;
const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } ${ERRORS} } }`;

describe('carts', () => {
  let story: Story;
  beforeAll(async () => void (story = await startStory()));
  afterAll(() => story.house.stop());

  const create = async (input: object = {}, who: Who = {}) => (await story.ask(CREATE, { input }, who)).data.createCart;
  const read = async (id: string, who: Who = {}) => (await story.ask(READ, { id }, who)).data.cart;
  const refusals = async (query: string, input: object, who: Who = {}) => {
    const { data, errors } = await story.ask(query, { input }, who);
    if (errors) throw new AggregateError(errors);
    return (Object.values(data)[0] as { userErrors: { code: string; field: string[] }[] }).userErrors.map(
      ({ code, field }) => [code, field?.join('.')],
    );
  };
  const variantId = newId('var', new Date());

  it("given a guest's cart, then whoever has its id reaches it", async () => {
    const { cart } = await create();
    expect(cart).toMatchObject({ currencyCode: 'USD', total: { amount: '0.00' }, lines: [] });
    expect(await read(cart.id)).toMatchObject({ id: cart.id, totalWeightGrams: 0, order: null, couponCode: null });
    expect(await read(cart.id, story.buyer())).toMatchObject({ id: cart.id });
    expect(await read(cart.id, { tenant: 'other' })).toBeNull();
  });

  it("given a buyer's cart, then only that buyer reaches it", async () => {
    const who = story.buyer();
    const { cart } = await create({}, who);
    expect(await read(cart.id, who)).toMatchObject({ id: cart.id });
    expect(await read(cart.id)).toBeNull();
    expect(await read(cart.id, story.buyer())).toBeNull();
    const input = { cartId: cart.id, lines: [{ variantId, quantity: 1 }] };
    expect(await refusals(ADD, input)).toEqual([['NOT_FOUND', 'cartId']]);
    expect(await refusals(ADD, input, story.buyer())).toEqual([['NOT_FOUND', 'cartId']]);
  });

  it('given an empty cart, then it is read in one statement', async () => {
    const { cart } = await create();
    await read(cart.id);
    const before = story.house.statements().length;
    await read(cart.id);
    expect(story.house.statements().length - before).toBe(1);
  });

  it('given a currency, then the cart keeps it if the shop sells in it', async () => {
    expect((await create({ currencyCode: 'EUR' })).cart.currencyCode).toBe('EUR');
    expect((await create({}, { currency: 'EUR' })).cart.currencyCode).toBe('EUR');
    expect((await create({ currencyCode: 'JPY' })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['currencyCode'] },
    ]);
  });

  it('given input that cannot be taken, then it is refused where it stands', async () => {
    const { cart } = await create();
    const cartId: string = cart.id;
    const line = { variantId, quantity: 1 };
    expect(await refusals(ADD, { cartId: 'x', lines: [line] })).toEqual([['INVALID_INPUT', 'cartId']]);
    expect(await refusals(ADD, { cartId: newId('crt', new Date()), lines: [line] })).toEqual([['NOT_FOUND', 'cartId']]);
    expect(await refusals(ADD, { cartId, lines: [line, { ...line, variantId: 'prd_1' }] })).toEqual([
      ['INVALID_INPUT', 'lines.1.variantId'],
    ]);
    for (const quantity of [0, -1, 1000, 2_147_483_647]) {
      expect(await refusals(ADD, { cartId, lines: [{ variantId, quantity }] })).toEqual([
        ['INVALID_INPUT', 'lines.0.quantity'],
      ]);
      expect(await refusals(CREATE, { lines: [{ variantId, quantity }] })).toEqual([
        ['INVALID_INPUT', 'lines.0.quantity'],
      ]);
    }
    expect(await refusals(ADD, { cartId, lines: Array.from({ length: 101 }, () => line) })).toEqual([
      ['INVALID_INPUT', 'lines'],
    ]);
    expect(await refusals(UPDATE, { cartId, lines: [{ id: 'x', quantity: 1 }] })).toEqual([
      ['INVALID_INPUT', 'lines.0.id'],
    ]);
    expect(await refusals(UPDATE, { cartId, lines: [{ id: newId('cln', new Date()), quantity: 1 }] })).toEqual([
      ['NOT_FOUND', 'lines.0.id'],
    ]);
  });

  it('given an order to be placed that cannot be read, then it is refused where it stands, and the key stays free', async () => {
    const who = story.buyer();
    const { cart } = await create({}, who);
    const shippingAddress = {
      recipient: 'Ada',
      line1: '1 Main St',
      city: 'Springfield',
      postalCode: '12345',
      countryCode: 'US',
    };
    const input = {
      cartId: cart.id,
      shippingAddress,
      shippingQuoteId: 'q',
      paymentMethod: 'SIMULATED',
      idempotencyKey: 'k',
    };
    expect(await refusals(PLACE, { ...input, cartId: 'x' }, who)).toEqual([['INVALID_INPUT', 'cartId']]);
    expect(
      await refusals(PLACE, { ...input, shippingAddress: { ...shippingAddress, city: ' ', countryCode: 'XX' } }, who),
    ).toEqual([
      ['INVALID_INPUT', 'shippingAddress.city'],
      ['INVALID_INPUT', 'shippingAddress.countryCode'],
    ]);
    expect(await refusals(PLACE, { ...input, note: 'x'.repeat(1001) }, who)).toEqual([['INVALID_INPUT', 'note']]);
    for (const idempotencyKey of ['', 'x'.repeat(256)]) {
      expect(await refusals(PLACE, { ...input, idempotencyKey }, who)).toEqual([['INVALID_INPUT', 'idempotencyKey']]);
    }
    expect(await refusals(PLACE, input, who)).toEqual([['ILLEGAL_STATE', 'cartId']]);
    expect((await story.ask(PLACE, { input })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it("given somebody else's cart, when it is to be ordered, then there is no such cart", async () => {
    const { cart } = await create({}, story.buyer());
    const shippingAddress = {
      recipient: 'Ada',
      line1: '1 Main St',
      city: 'Springfield',
      postalCode: '12345',
      countryCode: 'US',
    };
    const input = { cartId: cart.id, shippingAddress, shippingQuoteId: 'q', idempotencyKey: 'another' };
    expect(await refusals(PLACE, input, story.buyer())).toEqual([['NOT_FOUND', 'cartId']]);
  });

  it("given a guest's cart that an order took and had to give back, then it is open to whoever has its id", async () => {
    const { cart } = await create();
    const { carts } = story.inside().repositories;
    const [row] = await carts.byIds([cart.id]);
    const order = { orderId: story.newOrderId(), buyerId: story.buyer().identity.id };
    await carts.claim(row as CartRow, order, { cartBuyerId: null } as Priced);
    expect(await read(cart.id)).toBeNull();
    await carts.release(cart.id, story.newOrderId());
    expect(await read(cart.id)).toBeNull();
    await carts.release(cart.id, order.orderId);
    expect(await read(cart.id, story.buyer())).toMatchObject({ id: cart.id, order: null });
  });

  it('given a cart that nobody has touched for two months, then it is deleted, and one that was touched is not', async () => {
    const old = await create();
    story.house.clock.advance(59 * 86_400_000);
    const fresh = await create();
    story.house.clock.advance(2 * 86_400_000);
    await story.house.runJob('orders.purge-abandoned-carts');
    expect(await read(old.cart.id)).toBeNull();
    expect(await read(fresh.cart.id)).toMatchObject({ id: fresh.cart.id });
  });
});
