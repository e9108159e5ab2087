import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { demoTenant } from '../../platform/identity/tenants';
import { startTestAgora, type TestAgora } from '../story/agora';
import { otherTenant } from '../story/house';
import { listen } from '../story/listening';
import type { Person } from '../story/people';
import { address, codes, startStory, usd, type Goods, type Order, type Shop } from '../story/shop';
import { furnish, type World } from '../story/world';

let agora: TestAgora;
let here: World;
let there: World;
beforeAll(async () => {
  agora = await startTestAgora({ tenants: [demoTenant, otherTenant] });
  here = await furnish(agora, await startStory(agora));
  there = await furnish(agora, await startStory(agora, { tenant: otherTenant.id }));
});
afterAll(() => agora.stop());

const WIDE = `query {
  me { id addresses { id } orders(first: 100) { nodes { id } } coupons(first: 100) { nodes { id code } } notifications(first: 100) { nodes { id order { id } } } }
  users(first: 100) { totalCount nodes { id email addresses { id } orders(first: 100) { nodes { id } } coupons(first: 100) { nodes { id } } notifications(first: 100) { nodes { id } } } }
  products(first: 100) { totalCount nodes { id category { id } variants { id stock { onHand reserved sold } stockMovements { nodes { id } } } reviews { nodes { id author { id } } } promotions { id } recommendations(first: 9) { id } } }
  categories { id productCount } promotions(first: 100) { nodes { id products { id } } }
  coupons(first: 100, filter: { scope: ALL }) { nodes { id remaining } }
  orders(first: 100) { totalCount nodes { id number status buyer { id } payment { id status refunds { id status } } shipments { id trackingNumber status } lines { id variant { id product { id } } } } }
  payments(first: 100) { totalCount nodes { id order { id } refunds { id } } }
  shipments(first: 100) { totalCount nodes { id trackingNumber order { id } courier { id } carrier { id } } }
  carriers { id couriers { id } services { id } } shippingZones { code rates { service { id } } }
  pickupPoints(near: { latitude: 1, longitude: 1 }, radiusKm: 20000, first: 100) { nodes { id } }
  searchProducts(query: "lamp", first: 100) { totalCount nodes { product { id } } }
  ledger { accounts { code balance { amount } } balanced reconciled }
}`;
/** All that the shop's administrator sees, as text. */
const everything = async ({ shop }: World) => JSON.stringify(await shop.chief.ask(WIDE));
const idsIn = (answer: string) => new Set(answer.match(/[a-z]{3}_[0-9a-z]{26}/g));

describe('two shops', () => {
  it('have the same e-mail address, slug, SKU and order number for different things', async () => {
    const names = ({ ada, lamp, paid }: World) => [ada.email, lamp.slug, lamp.sku, paid.number];
    expect(names(here)).toEqual(names(there));
    expect(here.ada.id).not.toBe(there.ada.id);
    for (const { shop, lamp } of [here, there]) {
      expect((await shop.guest.ask('ProductPage', { slug: lamp.slug })).product.id).toBe(lamp.id);
    }
  });

  it('share no row, whatever is listed', async () => {
    const [ours, theirs] = [idsIn(await everything(here)), idsIn(await everything(there))];
    expect(ours.size).toBeGreaterThan(30);
    expect([...ours].filter((id) => theirs.has(id))).toEqual([]);
  });

  it('keep money of their own', async () => {
    const cash = async ({ shop }: World) =>
      (await shop.clerk.ask('Ledger')).ledger.accounts.find(({ code }: { code: string }) => code === 'cash').balance;
    await here.shop.pay(here.ada, await here.shop.order(here.ada, [here.lamp, 1]));
    expect([await cash(here), await cash(there)]).toEqual([usd('28.00'), usd('14.00')]);
  });
});

describe('what belongs to the other shop', () => {
  it.each<[what: string, query: string, id: (world: World) => string]>([
    ['a product', 'query ($id: ID!) { product(id: $id) { id } }', ({ lamp }) => lamp.id],
    ['a variant', 'query ($id: ID!) { productVariant(id: $id) { id } }', ({ lamp }) => lamp.variantId],
    ['a user', 'query ($id: ID!) { user(id: $id) { id } }', ({ ada }) => ada.id],
    ['an order', 'query ($id: ID!) { order(id: $id) { id } }', ({ paid }) => paid.id],
    ['a payment', 'query ($id: ID!) { payment(id: $id) { id } }', ({ paid }) => paid.paymentId],
    ['a coupon', 'query ($id: ID!) { coupon(id: $id) { id } }', ({ couponId }) => couponId],
    ['a guest’s cart', 'query ($id: ID!) { cart(id: $id) { id } }', ({ guestCartId }) => guestCartId],
    [
      'a parcel',
      'query ($id: String!) { shipmentByTrackingNumber(trackingNumber: $id) { id } }',
      ({ trackingNumber }) => trackingNumber,
    ],
  ])('%s is not found by its id', async (_what, query, id) => {
    expect(Object.values(await here.shop.chief.ask(query, { id: id(here) }))).not.toEqual([null]);
    expect(Object.values(await there.shop.chief.ask(query, { id: id(here) }))).toEqual([null]);
  });

  it('cannot be changed, by anybody, through any mutation', async () => {
    await agora.rest();
    const before = await everything(here);
    const { shop, ada } = there;
    const key = { idempotencyKey: 'mine' };
    const ours = here;
    const [clerk, chief, guest] = [shop.clerk, shop.chief, shop.guest];
    const line = { variantId: ours.lamp.variantId, quantity: 1 };
    const reason = 'Why not';
    const attempts: [who: Person, field: string, input: object][] = [
      [chief, 'assignRole', { userId: ours.ada.id, role: 'ADMIN' }],
      [chief, 'revokeRole', { userId: ours.shop.clerk.id, role: 'STAFF' }],
      [ada, 'saveAddress', { ...address, id: ours.homeId }],
      [ada, 'removeAddress', { id: ours.homeId }],
      [clerk, 'updateProduct', { productId: ours.lamp.id, name: 'Stolen' }],
      [clerk, 'archiveProduct', { productId: ours.lamp.id }],
      [clerk, 'createProductVariant', { productId: ours.lamp.id, variant: { sku: 'NEW', price: usd('1.00') } }],
      [clerk, 'setVariantPrice', { variantId: ours.lamp.variantId, prices: [usd('0.01')] }],
      [clerk, 'adjustStock', { variantId: ours.lamp.variantId, delta: -1, reason, ...key }],
      [ada, 'reviewProduct', { productId: ours.lamp.id, stars: 1 }],
      [clerk, 'createPromotion', { name: 'x', kind: 'PERCENT_OFF', value: '99', productIds: [ours.lamp.id] }],
      [clerk, 'endPromotion', { promotionId: ours.promotionId }],
      [clerk, 'createExchangeCodes', { couponId: ours.couponId, count: 1 }],
      [ada, 'claimCoupon', { couponId: ours.couponId, ...key }],
      [ada, 'exchangeCoupon', { code: ours.exchangeCode, ...key }],
      [ada, 'markNotificationsRead', { ids: [ours.notificationId] }],
      [ada, 'applyCoupon', { cartId: there.cartId, code: ours.code }],
      [guest, 'createCart', { lines: [line] }],
      [guest, 'addCartLines', { cartId: ours.guestCartId, lines: [{ ...line, variantId: there.lamp.variantId }] }],
      [guest, 'updateCartLines', { cartId: ours.guestCartId, lines: [{ id: ours.guestLineId, quantity: 5 }] }],
      [ada, 'removeCoupon', { cartId: ours.guestCartId }],
      [
        ada,
        'placeOrder',
        { cartId: ours.guestCartId, shippingAddress: address, shippingQuoteId: ours.quoteId, ...key },
      ],
      [ada, 'placeOrder', { cartId: there.cartId, shippingAddress: address, shippingQuoteId: ours.quoteId, ...key }],
      [chief, 'cancelOrder', { orderId: ours.open.id }],
      [ada, 'confirmReceipt', { orderId: ours.paid.id }],
      [ada, 'simulatePayment', { paymentId: ours.open.paymentId, outcome: 'SUCCEED', ...key }],
      [chief, 'requestRefund', { paymentId: ours.paid.paymentId, reason, ...key }],
      [clerk, 'approveRefund', { refundId: ours.refundId }],
      [clerk, 'rejectRefund', { refundId: ours.refundId, reason }],
      [clerk, 'createCarrierService', { carrierId: ours.shop.carrierId, code: 'x', name: 'x', minDays: 1, maxDays: 2 }],
      [clerk, 'setCarrierServiceActive', { serviceId: ours.serviceId, active: false }],
      [clerk, 'createCourier', { carrierId: ours.shop.carrierId, name: 'x', phone: '+1 555 0100' }],
      [
        clerk,
        'setShippingRate',
        { serviceId: ours.serviceId, zoneCode: 'domestic', base: usd('0'), perKg: usd('0'), maxWeightGrams: 1 },
      ],
      [clerk, 'dispatchShipment', { shipmentId: ours.shipmentId }],
      [
        clerk,
        'dispatchShipment',
        { shipmentId: (await there.shop.shipmentOf(there.paid)).id, courierId: ours.courierId },
      ],
      [clerk, 'recordTrackingEvent', { trackingNumber: ours.trackingNumber, status: 'RETURNED', description: 'x' }],
      [clerk, 'simulateDelivery', { shipmentId: ours.shipmentId, intervalMs: 1 }],
    ];
    // A cart warns of what is not for sale, and marking none of one's own messages is no error.
    const takenSilently = ['createCart', 'markNotificationsRead'];
    for (const [who, field, input] of attempts) {
      const { userErrors } = await who.order(field, input);
      if (!takenSilently.includes(field)) expect([field, userErrors]).not.toEqual([field, []]);
    }
    await agora.rest();
    expect(await everything(here)).toBe(before);
  });

  it('is no place to sign in with the same address, nor to go on with a session', async () => {
    const email = 'joan@example.com';
    const joan = await here.shop.buyer('Joan', email);
    const signIn = (world: World) => world.shop.guest.act('SignIn', { input: { email, password: joan.password } });
    expect(codes(await signIn(there))).toEqual(['INVALID_CREDENTIALS']);
    const { refreshToken } = (await signIn(here)).session;
    expect(codes(await there.shop.guest.act('RefreshSession', { refreshToken }))).toEqual(['INVALID_CREDENTIALS']);
    expect((await here.shop.guest.act('RefreshSession', { refreshToken })).userErrors).toEqual([]);
  });
});

describe('the way in', () => {
  const asked = '{ me { id } products(first: 1) { nodes { id } } }';

  it('refuses a token of the other shop', async () => {
    const { token } = await here.ada.caller();
    const answer = await agora.graphql(asked, {}, { token, headers: { 'agora-tenant': otherTenant.id } });
    expect([answer.status, answer.data, answer.errors?.[0]?.extensions?.code]).toEqual([
      401,
      undefined,
      'UNAUTHENTICATED',
    ]);
  });

  it('refuses a shop that is none', async () => {
    const answer = await agora.graphql(asked, {}, { headers: { 'agora-tenant': 'nowhere' } });
    expect([answer.data, answer.errors?.[0]?.extensions?.code]).toEqual([undefined, 'INVALID_INPUT']);
  });

  it('is the other shop’s under its host name', async () => {
    const { port, hostname } = new URL(agora.url);
    const headers = { host: 'other.example', 'content-type': 'application/json' };
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = request(
        { hostname, port, path: '/graphql', method: 'POST', headers },
        (response) => void text(response).then(resolve, reject),
      );
      sent.once('error', reject).end(JSON.stringify({ query: asked }));
    });
    expect(JSON.parse(answer)).toEqual({ data: { me: null, products: { nodes: [{ id: there.lamp.id }] } } });
  });

  it('knows nothing of what rooms ask each other', async () => {
    const answer = await here.shop.chief.send('{ _entities(representations: []) { __typename } keySet }');
    const told = answer.errors?.map(({ extensions }) => extensions?.code);
    expect(told).toEqual(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED']);
  });
});

describe('the same', () => {
  const list = 'query ($after: String) { products(first: 1, after: $after) { pageInfo { endCursor } nodes { id } } }';

  it('cursor goes on in its own shop alone', async () => {
    const { products } = await here.shop.guest.ask(list);
    const after = products.pageInfo.endCursor;
    expect((await here.shop.guest.ask(list, { after })).products.nodes).toEqual([]);
    const { errors } = await there.shop.guest.send(list, { after });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('cursor'),
      extensions: { code: 'INVALID_INPUT' },
    });
  });

  it('idempotency key does two things in two shops', async () => {
    const place = async ({ shop, ada, lamp }: World): Promise<Order> =>
      (await shop.place(ada, await shop.cart(ada, [lamp, 1]), { idempotencyKey: 'shared' })).order;
    const [ours, theirs] = [await place(here), await place(there)];
    expect(ours.id).not.toBe(theirs.id);
    const stock = ({ shop, lamp }: { shop: Shop; lamp: Goods }) => shop.stockOf(lamp);
    expect((await stock(here)).reserved).toBe((await stock(there)).reserved);
  });

  it('subscription hears its own shop alone', async () => {
    const [ours, theirs] = [here, there].map(({ shop, ada }) => ({ shop, ada }));
    const mailbox = await listen(agora, here.ada, 'NotificationReceived');
    const parcel = { trackingNumber: here.trackingNumber };
    const refused = await listen(agora, there.shop.guest, 'ShipmentUpdated', parcel);
    await expect(refused.next()).rejects.toThrow('tracking number');
    const theirOrder = await theirs?.shop.order(there.ada, [there.lamp, 1]);
    await agora.rest();
    const ourOrder = await ours?.shop.order(here.ada, [here.lamp, 1]);
    expect(JSON.stringify(await mailbox.next())).toContain(ourOrder?.number);
    expect(ourOrder?.number).not.toBe(theirOrder?.number);
    await mailbox.leave();
  });
});

it('leaves every invariant as it must be', async () => {
  expect(await agora.violations()).toEqual([]);
});
