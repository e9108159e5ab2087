import { buildClientSchema, getIntrospectionQuery, validate } from 'graphql';
import { startTestAgora, type TestAgora } from '../story/agora';
import { contract, documents } from '../story/contract';
import { listen } from '../story/listening';
import { measure, type Cost } from '../story/meter';
import type { Person } from '../story/people';
import { address, codes, startStory, usd, type Goods, type Shop } from '../story/shop';
import { CEILINGS } from './ceilings';

let agora: TestAgora;
let shop: Shop;
let goods: Goods[];
beforeAll(async () => {
  agora = await startTestAgora();
  shop = await startStory(agora);
  goods = [];
  while (goods.length < 20) {
    goods.push(await shop.goods());
    agora.clock.advance(1000);
  }
});
afterAll(() => agora.stop());

const measured = new Map<string, Cost>();

/** Sends an operation of the contract, and notes the most that it has ever cost. */
async function ask(who: Person, name: string, variables: Record<string, unknown> = {}) {
  const { result, cost } = await measure(agora, () => who.ask(name, variables));
  const before = measured.get(name);
  if (!before || before.statements + before.events < cost.statements + cost.events) measured.set(name, cost);
  return result;
}
async function act(who: Person, name: string, variables: Record<string, unknown> = {}) {
  return (await ask(who, name, variables))[name.charAt(0).toLowerCase() + name.slice(1)];
}
const [password, idempotencyKey] = ['correct horse 7', 'the same'];

describe('the documents of the clients', () => {
  it.each([...documents.keys()])('%s fits the graph as clients see it', async (file) => {
    const schema = buildClientSchema(await shop.guest.ask(getIntrospectionQuery()));
    expect(validate(schema, documents.get(file) as never)).toEqual([]);
  });
});

describe('accounts', () => {
  const input = { email: 'grace@example.com', password, displayName: 'Grace' };

  it('SignUp opens an account, once an e-mail address', async () => {
    const { session, userErrors } = await act(shop.guest, 'SignUp', { input });
    expect(session.user).toMatchObject({ email: input.email, displayName: 'Grace', roles: ['BUYER'] });
    expect(userErrors).toEqual([]);
    expect(codes(await act(shop.guest, 'SignUp', { input }))).toEqual(['EMAIL_TAKEN']);
  });

  it('SignIn says the same of a wrong password and of an unknown address', async () => {
    await shop.buyer('Joan', 'joan@example.com');
    const attempt = (email: string, tried: string) => act(shop.guest, 'SignIn', { input: { email, password: tried } });
    expect((await attempt('joan@example.com', password)).session.user.displayName).toBe('Joan');
    const wrong = await attempt('joan@example.com', 'wrong horse 7');
    expect(codes(wrong)).toEqual(['INVALID_CREDENTIALS']);
    expect(await attempt('nobody@example.com', password)).toEqual(wrong);
  });

  it('RefreshSession rotates the token; a replayed one ends its whole family', async () => {
    const { email } = await shop.buyer();
    const first = (await shop.guest.act('SignIn', { input: { email, password } })).session.refreshToken;
    const refresh = (refreshToken: string) => act(shop.guest, 'RefreshSession', { refreshToken });
    const second = (await refresh(first)).session.refreshToken;
    expect(second).not.toBe(first);
    expect(codes(await refresh(first))).toEqual(['INVALID_CREDENTIALS']);
    expect(codes(await refresh(second))).toEqual(['INVALID_CREDENTIALS']);
  });

  it('SaveAddress and AssignRole change what Me tells', async () => {
    const ada = await shop.buyer();
    const { address: saved } = await act(ada, 'SaveAddress', { input: address });
    expect((await ada.ask('Me')).me.addresses).toMatchObject([{ id: saved.id, city: 'San Francisco' }]);
    const { user } = await act(shop.chief, 'AssignRole', { userId: ada.id, role: 'STAFF' });
    expect(user).toEqual({ id: ada.id, roles: ['BUYER', 'STAFF'] });
    await ada.signIn();
    expect((await ada.ask('Me')).me.roles).toEqual(['BUYER', 'STAFF']);
  });
});

describe('browsing', () => {
  it('ProductList has twenty products at once, newest first', async () => {
    const { products } = await ask(shop.guest, 'ProductList', { first: 20 });
    expect(products.nodes).toHaveLength(20);
    expect(products.nodes[0]).toMatchObject({
      slug: goods.at(-1)?.slug,
      category: { slug: 'things' },
      priceRange: { min: usd('10.00'), max: usd('10.00') },
      variants: [{ price: usd('10.00'), available: 10 }],
    });
  });

  it('ProductPage comes from the catalog, marketing, search and logistics', async () => {
    const [lamp] = goods as [Goods];
    const reduction = { kind: 'PERCENT_OFF', value: '10', productIds: [lamp.id] };
    await shop.clerk.order('createPromotion', { name: 'Sale', ...reduction });
    const { product } = await ask(shop.guest, 'ProductPage', { slug: lamp.slug });
    expect(product).toMatchObject({
      id: lamp.id,
      category: { path: [{ slug: 'things' }] },
      rating: { average: null, count: 0 },
      promotions: [{ name: 'Sale', kind: 'PERCENT_OFF', endsAt: null }],
      deliveryEstimate: { carrier: { name: 'Swift' }, price: usd('5.00'), minDays: 2, maxDays: 4 },
    });
    expect(product.recommendations).toHaveLength(8);
    expect(product.recommendations[0].priceRange.min).toEqual(usd('10.00'));
  });

  it('Categories counts what is for sale', async () => {
    const { categories } = await ask(shop.guest, 'Categories');
    expect(categories).toMatchObject([{ slug: 'things', productCount: goods.length, children: [] }]);
  });

  it('SearchProducts mends what was mistyped; SearchSuggestions goes on where the user stopped', async () => {
    const { searchProducts } = await ask(shop.guest, 'SearchProducts', { query: 'lammp', first: 20 });
    expect(searchProducts).toMatchObject({ totalCount: 20, correctedQuery: 'lamp' });
    expect(searchProducts.nodes[0].product.priceRange.min).toEqual(usd('10.00'));
    expect(searchProducts.facets.map(({ field }: { field: string }) => field)).toContain('CATEGORY');
    const { searchSuggestions } = await ask(shop.guest, 'SearchSuggestions', { prefix: 'la' });
    expect(searchSuggestions).toContainEqual({ text: expect.stringMatching(/lamp/i) });
  });

  it('PickupPoints lists the nearest first', async () => {
    const place = (name: string, latitude: number) => ({
      name,
      location: { latitude, longitude: 0 },
      address: { line1: '1 Street', city: 'Town', postalCode: '1', countryCode: 'US' },
    });
    for (const point of [place('far', 1), place('near', 0.1)]) await shop.clerk.order('createPickupPoint', point);
    const near = { latitude: 0, longitude: 0 };
    const { pickupPoints } = await ask(shop.guest, 'PickupPoints', { near, radiusKm: 500, first: 10 });
    expect(pickupPoints.nodes.map(({ name }: { name: string }) => name)).toEqual(['near', 'far']);
    expect(pickupPoints.nodes[0].distanceKm).toBeCloseTo(11.1, 0);
  });
});

describe('coupons', () => {
  it('ClaimCoupon never gives out too many, nor before or after the time', async () => {
    const [ada, bob] = [await shop.buyer(), await shop.buyer('Bob')];
    const day = 86_400_000;
    const at = (days: number) => new Date(agora.clock.now().getTime() + days * day).toISOString();
    const create = (more: object) =>
      act(shop.clerk, 'CreateCoupon', {
        input: { name: 'Gift', kind: 'CASH', value: '3', total: 1, perUserLimit: 1, currencyCode: 'USD', ...more },
      });
    const claim = (who: Person, couponId: string) =>
      act(who, 'ClaimCoupon', { couponId, idempotencyKey: shop.unique('claim') });
    const [only, later, over, plenty] = [
      (await create({})).coupon,
      (await create({ startsAt: at(1) })).coupon,
      (await create({ endsAt: at(1) })).coupon,
      (await create({ total: 9 })).coupon,
    ];
    const { coupons } = await ask(shop.guest, 'ClaimableCoupons', { first: 10 });
    expect(coupons.nodes).toContainEqual(expect.objectContaining({ id: only.id, remaining: 1, perUserLimit: 1 }));

    expect((await claim(ada, only.id)).userCoupon).toMatchObject({ status: 'AVAILABLE', coupon: { remaining: 0 } });
    expect(codes(await claim(bob, only.id))).toEqual(['SOLD_OUT']);
    await claim(ada, plenty.id);
    expect(codes(await claim(ada, plenty.id))).toEqual(['LIMIT_REACHED']);
    expect(codes(await claim(ada, later.id))).toEqual(['NOT_STARTED']);
    agora.clock.advance(day);
    expect(codes(await claim(ada, over.id))).toEqual(['ENDED']);
  });
});

/** A cart with a coupon on it and a way to send it. */
async function fillCart(who: Person, lamp: Goods) {
  const line = { variantId: lamp.variantId, quantity: 1 };
  const code = await shop.claim(who, await shop.coupon());
  const { cart } = await act(who, 'CreateCart', { input: { currencyCode: 'USD', lines: [line] } });
  const cartId = cart.id as string;
  const added = await act(who, 'AddCartLines', { cartId, lines: [line] });
  expect(added.cart.lines).toMatchObject([{ quantity: 2, variant: { sku: lamp.sku, product: { slug: lamp.slug } } }]);
  const { cart: reduced } = await act(who, 'ApplyCoupon', { cartId, code });
  expect(reduced).toMatchObject({ subtotal: usd('20.00'), total: usd('17.00'), discounts: [{ amount: usd('3.00') }] });
  const { cart: shipped } = await ask(who, 'CartWithShipping', { id: cartId, destination: address });
  expect(shipped.shippingQuotes).toMatchObject([{ carrier: { name: 'Swift' }, price: usd('5.00') }]);
  return { cartId, shippingQuoteId: shipped.shippingQuotes[0].id as string };
}

describe('buying', () => {
  it('goes from the cart to the review', async () => {
    const ada = await shop.buyer();
    const lamp = await shop.goods();
    const chosen = await fillCart(ada, lamp);
    const input = { ...chosen, shippingAddress: address, paymentMethod: 'SIMULATED', idempotencyKey };
    const { order, userErrors } = await act(ada, 'PlaceOrder', { input });
    expect(userErrors).toEqual([]);
    expect(order).toMatchObject({
      status: 'PENDING_PAYMENT',
      total: usd('22.00'),
      payment: { status: 'PENDING', amount: usd('22.00') },
    });
    expect((await act(ada, 'PlaceOrder', { input })).order.id).toBe(order.id);
    const otherwise = { ...input, note: 'Ring twice' };
    expect(codes(await act(ada, 'PlaceOrder', { input: otherwise }))).toEqual(['IDEMPOTENCY_CONFLICT']);

    const pay = (outcome: string, key: string) =>
      act(ada, 'SimulatePayment', { paymentId: order.payment.id, outcome, idempotencyKey: key });
    expect((await pay('DECLINE', 'first')).payment.status).toBe('FAILED');
    expect((await pay('SUCCEED', 'second')).payment.status).toBe('SUCCEEDED');

    const { id: shipmentId } = await shop.shipmentOf(order);
    expect(codes(await act(ada, 'ReviewProduct', { productId: lamp.id, stars: 5 }))).toEqual(['NOT_PURCHASED']);
    const { shipment } = await act(shop.clerk, 'DispatchShipment', { shipmentId });
    expect(shipment).toMatchObject({ id: shipmentId, status: 'DISPATCHED' });
    const { trackingNumber } = shipment;
    const scan = { trackingNumber, status: 'DELIVERED', description: 'Handed over', location: 'San Francisco' };
    await act(shop.clerk, 'RecordTrackingEvent', { ...scan, occurredAt: agora.clock.now().toISOString() });
    const { shipmentByTrackingNumber: tracked } = await ask(shop.guest, 'TrackShipment', { trackingNumber });
    expect(tracked).toMatchObject({ status: 'DELIVERED', events: [{ status: 'DISPATCHED' }, { status: 'DELIVERED' }] });
    expect(JSON.stringify(tracked)).not.toContain('Lovelace');

    expect((await act(ada, 'ConfirmReceipt', { orderId: order.id })).order.status).toBe('COMPLETED');
    const review = { productId: lamp.id, stars: 5, text: 'It shines.' };
    expect((await act(ada, 'ReviewProduct', review)).review).toMatchObject({ stars: 5, text: 'It shines.' });
    expect(codes(await act(ada, 'ReviewProduct', review))).toEqual(['ALREADY_REVIEWED']);

    const { order: detail } = await ask(ada, 'OrderDetail', { id: order.id });
    expect(detail).toMatchObject({
      status: 'COMPLETED',
      buyer: { id: ada.id, displayName: 'Ada' },
      lines: [{ quantity: 2, variant: { sku: lamp.sku, product: { slug: lamp.slug } } }],
      payment: { status: 'SUCCEEDED', method: 'SIMULATED', refunds: [] },
      shipments: [{ status: 'DELIVERED', carrier: { name: 'Swift' }, events: [{}, {}] }],
      history: [
        { from: null, to: 'PENDING_PAYMENT' },
        { to: 'PAID' },
        { to: 'SHIPPED' },
        { to: 'DELIVERED' },
        { to: 'COMPLETED' },
      ],
    });
    const { me } = await ask(ada, 'Me');
    expect(me.orders).toMatchObject({ totalCount: 1, nodes: [{ number: order.number, total: usd('22.00') }] });
    expect(me.coupons.nodes).toMatchObject([{ status: 'REDEEMED', coupon: { name: 'Welcome' } }]);
    // Welcome, placed, paid, shipped, delivered.
    expect(me.notifications).toMatchObject({ unreadCount: 5 });
  });

  it('UpdateCartLines changes a line and takes another out, also for a guest', async () => {
    const [lamp, desk] = goods as [Goods, Goods];
    const cartId = await shop.cart(shop.guest, [lamp, 2], [desk, 1]);
    const { cart } = await shop.guest.ask('CartWithShipping', { id: cartId, destination: address });
    const [first, second] = cart.lines;
    const lines = [
      { id: first.id, quantity: 0 },
      { id: second.id, quantity: 3 },
    ];
    expect((await act(shop.guest, 'UpdateCartLines', { cartId, lines })).cart).toMatchObject({
      lines: [{ quantity: 3, variant: { id: desk.variantId } }],
      subtotal: usd('30.00'),
    });
  });

  it('CancelOrder gives back what was taken', async () => {
    const ada = await shop.buyer();
    const lamp = await shop.goods({ stock: 1 });
    const order = await shop.order(ada, [lamp, 1]);
    const { order: cancelled } = await act(ada, 'CancelOrder', { orderId: order.id, reason: 'Too dear' });
    expect(cancelled.status).toBe('CANCELLED');
    expect(await shop.stockOf(lamp)).toMatchObject({ available: 1, reserved: 0 });
    expect((await shop.detail(ada, order)).payment.status).toBe('CANCELLED');
  });
});

describe('the back office', () => {
  it('CreateProduct puts goods on the shelf, and AdjustStock refuses a stale count', async () => {
    const variant = { sku: 'DESK-1', price: usd('99.90'), stock: 3 };
    const input = { slug: 'desk', name: 'Desk', categorySlug: 'things', variants: [variant] };
    const { product } = await act(shop.clerk, 'CreateProduct', { input });
    expect(product).toMatchObject({ slug: 'desk', variants: [{ sku: 'DESK-1', available: 3 }] });
    const change = { variantId: product.variants[0].id, delta: 2, reason: 'Came in' };
    const adjust = (expectedOnHand: number) =>
      act(shop.clerk, 'AdjustStock', { ...change, expectedOnHand, idempotencyKey: shop.unique('adjust') });
    expect((await adjust(3)).variant.stock).toEqual({ onHand: 5, reserved: 0, available: 5, sold: 0 });
    expect(codes(await adjust(3))).toEqual(['STALE']);
  });

  it('lists orders, payments, shipments and carriers with what belongs to them', async () => {
    const ada = await shop.buyer();
    const order = await shop.order(ada, [goods[1] as Goods, 1]);
    await shop.pay(ada, order);
    await agora.rest();
    const filter = { number: order.number };
    const { orders } = await ask(shop.clerk, 'Orders', { first: 20, filter });
    expect(orders).toMatchObject({
      totalCount: 1,
      nodes: [{ buyer: { email: ada.email }, payment: { status: 'SUCCEEDED' }, shipments: [{ status: 'PENDING' }] }],
    });
    const { payments } = await ask(shop.clerk, 'Payments', { first: 20, filter: { orderId: order.id } });
    expect(payments.nodes).toMatchObject([{ order: { number: order.number }, log: [{ to: 'PENDING' }, {}] }]);
    const { shipments } = await ask(shop.clerk, 'Shipments', { first: 20, filter: { orderId: order.id } });
    expect(shipments.nodes).toMatchObject([{ order: { number: order.number }, carrier: { code: 'swift' } }]);
    const { carriers } = await ask(shop.clerk, 'Carriers');
    expect(carriers).toMatchObject([{ code: 'swift', services: [{ code: 'standard', minDays: 2, maxDays: 4 }] }]);
  });

  it('agrees to one refund and not to another; without an amount, all that is left is asked for', async () => {
    const ada = await shop.buyer();
    const order = await shop.order(ada, [goods[2] as Goods, 1]);
    await shop.pay(ada, order);
    await agora.rest();
    const wish = (amount: object | null) =>
      act(ada, 'RequestRefund', {
        paymentId: order.paymentId,
        reason: 'It does not fit.',
        idempotencyKey: shop.unique('refund'),
        amount,
      });
    const { refund: small } = await wish(usd('4.00'));
    expect(small).toMatchObject({ status: 'REQUESTED', amount: usd('4.00') });
    const { refund: approved } = await act(shop.clerk, 'ApproveRefund', { refundId: small.id });
    expect(approved.status).toBe('SUCCEEDED');
    const { refund: rest } = await wish(null);
    expect(rest.amount).toEqual(usd('11.00'));
    const reason = 'It was worn.';
    expect((await act(shop.clerk, 'RejectRefund', { refundId: rest.id, reason })).refund.status).toBe('REJECTED');
    const { ledger } = await ask(shop.clerk, 'Ledger');
    expect(ledger.balanced).toBe(true);
    expect(ledger.accounts).toContainEqual(expect.objectContaining({ code: 'cash' }));
  });

  it('SimulateDelivery plays the rest of the journey', async () => {
    const ada = await shop.buyer();
    const order = await shop.order(ada, [goods[3] as Goods, 1]);
    await shop.pay(ada, order);
    await agora.rest();
    await shop.dispatch(order);
    const { id: shipmentId } = await shop.shipmentOf(order);
    await act(shop.clerk, 'SimulateDelivery', { shipmentId, intervalMs: 1 });
    const { events, status } = await shop.shipmentOf(order);
    expect(status).toBe('DELIVERED');
    const scanned = events.map((each: { status: string }) => each.status);
    expect(scanned).toEqual(['DISPATCHED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED']);
  });
});

describe('live', () => {
  /** A subscription's next pushes; what each has cost. */
  async function pushes(who: Person, name: string, variables: object, count: number) {
    const { result, cost } = await measure(agora, async () => {
      const updates = await listen(agora, who, name, { ...variables });
      const taken = await updates.take(count);
      await updates.leave();
      return taken;
    });
    const each = (sum: number) => Math.ceil(sum / count);
    measured.set(name, { ...cost, statements: each(cost.statements), fetches: each(cost.fetches) });
    return result;
  }

  it('OrderUpdated tells what was missed, with what other rooms know', async () => {
    const ada = await shop.buyer();
    const order = await shop.order(ada, [goods[4] as Goods, 1]);
    const updates = await listen(agora, ada, 'OrderUpdated', { orderId: order.id });
    await shop.pay(ada, order);
    const { cursor } = await updates.next();
    await updates.leave();
    await agora.rest();
    await shop.scan(await shop.dispatch(order), 'IN_TRANSIT');
    await agora.rest();
    const missed = await pushes(ada, 'OrderUpdated', { orderId: order.id, after: cursor }, 4);
    expect(missed.at(-1)).toMatchObject({
      order: {
        number: order.number,
        status: 'SHIPPED',
        payment: { id: order.paymentId, status: 'SUCCEEDED' },
        shipments: [{ status: 'IN_TRANSIT', events: [{ status: 'DISPATCHED' }, { status: 'IN_TRANSIT' }] }],
        lines: [{ quantity: 1, variant: { product: { name: goods[4]?.name } } }],
      },
    });
    const { trackingNumber } = await shop.shipmentOf(order);
    const [shipment] = await pushes(shop.guest, 'ShipmentUpdated', { trackingNumber }, 1);
    expect(shipment).toMatchObject({ status: 'IN_TRANSIT', events: [{}, { description: 'Now IN_TRANSIT' }] });
  });

  it('NotificationReceived tells its user alone', async () => {
    const ada = await shop.buyer();
    await agora.rest();
    const [quiet, heard] = [
      await shop.order(ada, [goods[5] as Goods, 1]),
      await shop.order(ada, [goods[5] as Goods, 1]),
    ];
    const { cost: alone } = await measure(agora, () => shop.cancel(ada, quiet));
    const mailbox = await listen(agora, ada, 'NotificationReceived');
    const { result, cost } = await measure(agora, async () => {
      await shop.cancel(ada, heard);
      return mailbox.next();
    });
    await mailbox.leave();
    expect(result).toMatchObject({ title: expect.stringContaining('cancelled') });
    const more = (what: 'statements' | 'fetches') => cost[what] - alone[what];
    measured.set('NotificationReceived', {
      ...cost,
      statements: more('statements'),
      fetches: more('fetches'),
      events: 0,
    });
  });
});

describe('all of it together', () => {
  it('has sent every operation of the contract', () => {
    expect([...measured.keys()].toSorted()).toEqual([...contract.keys()].toSorted());
  });

  it.each([...CEILINGS])('%s costs no more than it did', (name, most) => {
    const { statements, events, fetches } = measured.get(name) as Cost;
    const over = {
      statements: statements > most.statements,
      events: events > most.events,
      fetches: fetches > most.fetches,
    };
    expect({ name, most, cost: { statements, events, fetches }, over }).toMatchObject({
      over: { statements: false, events: false, fetches: false },
    });
  });

  it('takes a cart to its payment, with all that follows, in at most 60 statements and what frames their transactions', async () => {
    const [one, other] = [await shop.goods(), await shop.goods()];
    const ada = await shop.buyer();
    const buy = async () => shop.pay(ada, await shop.order(ada, [one, 1], [other, 2]));
    await buy();
    const { cost } = await measure(agora, buy);
    expect(cost.statements + cost.events + cost.sagas - cost.frames).toBeLessThanOrEqual(60);
  });

  it('keeps to the budgets of a page', () => {
    expect(measured.get('ProductList')?.statements).toBeLessThanOrEqual(4);
    expect(measured.get('ProductPage')?.statements).toBeLessThanOrEqual(8);
  });

  it('leaves every invariant as it must be', async () => {
    expect(await agora.violations()).toEqual([]);
  });
});
