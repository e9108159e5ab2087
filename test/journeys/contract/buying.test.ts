import type { TestAgora } from '../../story/agora';
import { measure } from '../../story/meter';
import type { Person } from '../../story/people';
import { address, codes, usd, type Goods, type Shop } from '../../story/shop';
import { openTheme } from './theme';

let agora: TestAgora;
let shop: Shop;
const { ask, act, close, opened } = openTheme('buying');
beforeAll(() => void ({ agora, shop } = opened()));
const idempotencyKey = 'the same';

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
    const [lamp, desk] = [await shop.goods(), await shop.goods()];
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

  it('takes a cart to its payment, with all that follows, in at most 60 statements, begin and commit among them', async () => {
    const [one, other] = [await shop.goods(), await shop.goods()];
    const ada = await shop.buyer();
    const buy = async () => shop.pay(ada, await shop.order(ada, [one, 1], [other, 2]));
    await buy();
    const { cost } = await measure(agora, buy);
    expect(cost.statements + cost.events + cost.sagas).toBeLessThanOrEqual(60);
  });
});

close();
