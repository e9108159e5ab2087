import { unavailable } from '../../platform/kernel/errors';
import { openCheckout, type Checkout } from '../story/checkout';

const codes = (answer: { userErrors: { code: string }[] }) => answer.userErrors.map(({ code }) => code);

/** A room does what it is asked for, and its answers are lost so many times. Answers how to end that. */
function loseAnswers({ house }: Checkout, name: string, field: string, times: number): () => void {
  const room = house.room(name);
  const { execute } = room;
  let left = times;
  const losing: Pick<typeof room, 'execute'> = {
    async execute(request) {
      const answer = await execute(request);
      if (!request.query.includes(field) || left === 0) return answer;
      left -= 1;
      throw unavailable(`The room ${name} does not answer.`);
    },
  };
  Object.assign(room, losing);
  return () => void Object.assign(room, { execute });
}

describe('checkout', () => {
  let shop: Checkout;
  beforeAll(async () => void (shop = await openCheckout()));
  afterAll(() => shop.stop());

  it('takes a cart from the first line to the receipt', async () => {
    const ada = shop.buyer();
    const variantId = await shop.variant({ stock: 5 });
    const cartId = await shop.cart(ada, [variantId, 2]);
    const placed = await shop.place(ada, cartId, { note: 'Ring twice' });
    expect(placed).toMatchObject({
      order: { status: 'PENDING_PAYMENT', total: { amount: '25.00' } },
      warnings: [],
      userErrors: [],
    });
    expect(placed.order.number).toMatch(/^A-\d{6}$/);
    expect(await shop.stock(variantId)).toEqual({ onHand: 5, reserved: 2, available: 3, sold: 0 });

    const orderId: string = placed.order.id;
    expect(await shop.payment(orderId, ada)).toMatchObject({ status: 'PENDING', amount: { amount: '25.00' } });
    await shop.pay(orderId, ada);
    await shop.house.settle();
    expect(await shop.status(orderId, ada)).toBe('PAID');
    expect(await shop.stock(variantId)).toEqual({ onHand: 3, reserved: 0, available: 3, sold: 2 });

    const { id: shipmentId } = await shop.shipment(orderId);
    const dispatched = await shop.act('logistics', 'dispatchShipment', { shipmentId }, 'shipment { trackingNumber }');
    await shop.house.settle();
    expect(await shop.status(orderId, ada)).toBe('SHIPPED');

    const scan = {
      trackingNumber: dispatched.shipment.trackingNumber,
      status: 'DELIVERED',
      description: 'Handed over',
    };
    await shop.act('logistics', 'recordTrackingEvent', scan, 'userErrors { code }');
    await shop.house.settle();
    const received = await shop.act(
      'orders',
      'confirmReceipt',
      { orderId },
      'order { status } userErrors { code }',
      ada,
    );
    expect(received).toEqual({ order: { status: 'COMPLETED' }, userErrors: [] });

    const order = await shop.readOrder(orderId, ada);
    expect(order.history.map(({ to }: { to: string }) => to)).toEqual([
      'PENDING_PAYMENT',
      'PAID',
      'SHIPPED',
      'DELIVERED',
      'COMPLETED',
    ]);
    expect(order).toMatchObject({
      note: 'Ring twice',
      shippingTotal: { amount: '5.00' },
      shippingAddress: { city: 'San Francisco' },
    });
    expect(await shop.readCart(cartId, ada)).toMatchObject({ order: { id: orderId } });
  });

  it('takes no more statements of the orders than the work needs', async () => {
    const ada = shop.buyer();
    const cartId = await shop.cart(ada, [await shop.variant(), 1]);
    const shippingQuoteId = await shop.quote(cartId, ada);
    const before = shop.house.statements().length;
    const { order } = await shop.place(ada, cartId, { shippingQuoteId });
    const placing = shop.house
      .statements()
      .slice(before)
      .filter((text) => /insert into "orders"|update "orders"|from "orders"/.test(text));
    // The key; the cart, its tax, its claim; the number; the order with all that tells of it; the answer.
    expect(placing).toHaveLength(7);
    await shop.pay(order.id, ada);
  });

  it('refuses a cart that there is not enough stock for, and leaves nothing reserved or charged', async () => {
    const [ada, bob] = [shop.buyer(), shop.buyer()];
    const [plenty, scarce] = [await shop.variant(), await shop.variant({ stock: 1 })];
    const cartId = await shop.cart(ada, [plenty, 1], [scarce, 1]);
    await shop.order(bob, scarce);
    const refused = await shop.place(ada, cartId);
    expect(refused.order).toBeNull();
    expect(codes(refused)).toEqual(['OUT_OF_STOCK']);
    expect(await shop.stock(plenty)).toMatchObject({ reserved: 0 });
    expect(await shop.addLines(cartId, [{ variantId: plenty, quantity: 1 }], ada)).toMatchObject({
      cart: { lines: [{ quantity: 2 }, { quantity: 1 }] },
      warnings: [{ code: 'OUT_OF_STOCK' }],
    });
  });

  it('gives everything back when the coupon is refused at the last moment', async () => {
    const ada = shop.buyer();
    const variantId = await shop.variant();
    const code = await shop.coupon(ada);
    const carts = [await shop.cart(ada, [variantId, 1]), await shop.cart(ada, [variantId, 1])];
    for (const cartId of carts) await shop.applyCoupon(cartId, code, ada);
    const answers = await Promise.all(carts.map((cartId) => shop.place(ada, cartId)));
    expect(answers.filter(({ order }) => order)).toHaveLength(1);
    expect(answers.flatMap(codes)).toHaveLength(1);
    expect(await shop.stock(variantId)).toMatchObject({ reserved: 1 });
  });

  it('undoes every step when the last one fails, and the cart can be ordered again', async () => {
    const ada = shop.buyer();
    const variantId = await shop.variant();
    const cartId = await shop.cart({}, [variantId, 1]);
    await shop.applyCoupon(cartId, await shop.coupon(ada), ada);
    await shop.whileNoOrderOpens(() => expect(shop.place(ada, cartId)).rejects.toThrow('nothing of it stays'));
    expect(await shop.stock(variantId)).toMatchObject({ reserved: 0, available: 10 });
    expect(await shop.couponStatus(ada)).toBe('AVAILABLE');
    expect(await shop.readCart(cartId, ada)).toMatchObject({ order: null, total: { amount: '7.00' } });
    expect(await shop.violations()).toEqual([]);
    expect(await shop.place(ada, cartId)).toMatchObject({ order: { status: 'PENDING_PAYMENT' }, userErrors: [] });
  });

  it('begins anew under the same key when all was taken back, and then answers the same order', async () => {
    const ada = shop.buyer();
    const variantId = await shop.variant();
    const cartId = await shop.cart(ada, [variantId, 1]);
    const place = (more = {}) => shop.place(ada, cartId, { idempotencyKey: 'taken-back', ...more });
    await shop.whileNoOrderOpens(async () => {
      await expect(Promise.all([place(), place()])).rejects.toThrow('nothing of it stays');
      await expect(place()).rejects.toThrow('nothing of it stays');
    });
    const { order } = await place();
    expect(order).toMatchObject({ status: 'PENDING_PAYMENT' });
    expect(await place()).toMatchObject({ order: { id: order.id }, userErrors: [] });
    expect(codes(await place({ note: 'Ring twice.' }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    expect(await shop.stock(variantId)).toMatchObject({ reserved: 1 });
    expect(await shop.violations()).toEqual([]);
  });

  it('goes on with a cancellation of which payments has done its part and is not heard', async () => {
    const ada = shop.buyer();
    const variantId = await shop.variant();
    const orderId = await shop.order(ada, variantId);
    const stopLosing = loseAnswers(shop, 'payments', 'cancelPayment', 4);
    try {
      await shop.cancel(orderId, ada);
    } finally {
      stopLosing();
    }
    expect(await shop.status(orderId, ada)).toBe('CANCELLED');
    expect(await shop.stock(variantId)).toMatchObject({ reserved: 0, available: 10 });
    expect(await shop.violations()).toEqual([]);
  });

  it('takes a coupon off the total, and gives it back when the order is cancelled', async () => {
    const ada = shop.buyer();
    const variantId = await shop.variant();
    const cartId = await shop.cart({}, [variantId, 1]);
    const applied = await shop.applyCoupon(cartId, await shop.coupon(ada), ada);
    expect(applied.cart).toMatchObject({
      subtotal: { amount: '10.00' },
      discounts: [{ amount: { amount: '3.00' } }],
      total: { amount: '7.00' },
    });
    const { order } = await shop.place(ada, cartId);
    expect(order.total.amount).toBe('12.00');
    expect(await shop.readOrder(order.id, ada)).toMatchObject({
      discountTotal: { amount: '3.00' },
      lines: [{ discount: { amount: '3.00' }, total: { amount: '7.00' } }],
    });
    expect(await shop.couponStatus(ada)).toBe('REDEEMED');

    expect(await shop.cancel(order.id, ada, 'Too dear')).toMatchObject({
      order: { status: 'CANCELLED' },
      userErrors: [],
    });
    expect(await shop.couponStatus(ada)).toBe('AVAILABLE');
    expect(await shop.stock(variantId)).toMatchObject({ reserved: 0, available: 10 });
    expect(await shop.payment(order.id, ada)).toMatchObject({ status: 'CANCELLED' });
    expect(codes(await shop.pay(order.id, ada))).toEqual(['ILLEGAL_STATE']);
    expect((await shop.readOrder(order.id, ada)).history.at(-1)).toEqual({
      from: 'PENDING_PAYMENT',
      to: 'CANCELLED',
      reason: 'Too dear',
    });
  });

  it('cancels an order that nobody paid in time', async () => {
    const ada = shop.buyer();
    const variantId = await shop.variant();
    const orderId = await shop.order(ada, variantId);
    shop.house.clock.advance(14 * 60_000);
    await shop.house.runJob('orders.expire-unpaid-orders');
    expect(await shop.status(orderId, ada)).toBe('PENDING_PAYMENT');
    shop.house.clock.advance(2 * 60_000);
    await shop.house.runJob('orders.expire-unpaid-orders');
    expect(await shop.status(orderId, ada)).toBe('CANCELLED');
    expect(await shop.payment(orderId, ada)).toMatchObject({ status: 'EXPIRED' });
    expect(await shop.stock(variantId)).toMatchObject({ reserved: 0 });
  });

  it('tells what has changed since the buyer looked, and orders at the prices of now', async () => {
    const ada = shop.buyer();
    const variantId = await shop.variant();
    const cartId = await shop.cart(ada, [variantId, 1]);
    await shop.setPrice(variantId, '12.50');
    expect(await shop.readCart(cartId, ada)).toMatchObject({
      total: { amount: '12.50' },
      warnings: [{ code: 'PRICE_CHANGED' }],
    });
    const placed = await shop.place(ada, cartId);
    expect(placed).toMatchObject({ order: { total: { amount: '17.50' } }, warnings: [{ code: 'PRICE_CHANGED' }] });
  });

  it('puts goods back for sale when an order that was not sent is refunded', async () => {
    const ada = shop.buyer();
    const variantId = await shop.variant();
    const orderId = await shop.order(ada, variantId, 2);
    await shop.pay(orderId, ada);
    await shop.house.settle();
    const { id: paymentId } = await shop.payment(orderId, ada);
    const wish = { paymentId, reason: 'Changed my mind', idempotencyKey: `refund ${orderId}` };
    const { refund } = await shop.act('payments', 'requestRefund', wish, 'refund { id } userErrors { message }', ada);
    await shop.act('payments', 'approveRefund', { refundId: refund.id }, 'refund { status } userErrors { message }');
    await shop.house.settle();
    expect(await shop.status(orderId, ada)).toBe('REFUNDED');
    expect(await shop.stock(variantId)).toMatchObject({ onHand: 10, available: 10 });
  });

  it('leaves every invariant as it must be', async () => {
    expect(await shop.violations()).toEqual([]);
  });
});
