import { startTestAgora, type TestAgora } from '../story/agora';
import type { Person } from '../story/people';
import { codes, startStory, usd, type Goods, type Order, type Shop } from '../story/shop';

let agora: TestAgora;
let shop: Shop;
beforeAll(async () => {
  agora = await startTestAgora();
  shop = await startStory(agora);
});
afterEach(async () => expect(await agora.violations()).toEqual([]));
afterAll(() => agora.stop());

const times = <T>(count: number, make: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => make(at)));
const people = (count: number): Promise<Person[]> => times(count, (at) => shop.buyer(`Buyer${at}`));

/** How many of the answers hold `name`; the codes of the others. */
function outcome(answers: Record<string, unknown>[], name: string) {
  const refused = answers.filter((answer) => answer[name] === null) as { userErrors: { code: string }[] }[];
  return { won: answers.length - refused.length, refused: refused.flatMap(codes) };
}
const five = (word: string) => Array.from({ length: 5 }, () => word);

describe('the last unit', () => {
  it('is sold to one of ten buyers who order it at once', async () => {
    const [lamp, buyers] = [await shop.goods({ stock: 1 }), await people(10)];
    const carts = await Promise.all(buyers.map((who) => shop.cart(who, [lamp, 1])));
    const shippingQuoteId = await shop.quote(buyers[0] as Person, carts[0] as string);
    const placed = await times(10, (at) => shop.place(buyers[at] as Person, carts[at] as string, { shippingQuoteId }));
    expect(outcome(placed, 'order')).toEqual({
      won: 1,
      refused: [...five('OUT_OF_STOCK'), ...five('OUT_OF_STOCK')].slice(1),
    });
    expect(await shop.stockOf(lamp)).toMatchObject({ onHand: 1, reserved: 1, available: 0 });
  });

  it('goes to one of two orders that hold it among other things, in whatever order of their lines', async () => {
    const [lamp, desk] = [await shop.goods({ stock: 3 }), await shop.goods({ stock: 3 })];
    const buyers = await people(6);
    const lines = (at: number): [Goods, number][] =>
      at % 2 === 0
        ? [
            [lamp, 1],
            [desk, 1],
          ]
        : [
            [desk, 1],
            [lamp, 1],
          ];
    const carts = await times(6, (at) => shop.cart(buyers[at] as Person, ...lines(at)));
    const shippingQuoteId = await shop.quote(buyers[0] as Person, carts[0] as string);
    const placed = await times(6, (at) => shop.place(buyers[at] as Person, carts[at] as string, { shippingQuoteId }));
    expect(outcome(placed, 'order').won).toBe(3);
    for (const goods of [lamp, desk]) expect(await shop.stockOf(goods)).toMatchObject({ reserved: 3, available: 0 });
  });
});

describe('one order', () => {
  it('is placed once, five times at once with one key and ever after', async () => {
    const [ada, lamp] = [await shop.buyer(), await shop.goods()];
    const cartId = await shop.cart(ada, [lamp, 2]);
    const once = { idempotencyKey: 'one key', shippingQuoteId: await shop.quote(ada, cartId) };
    const answers = await times(5, () => shop.place(ada, cartId, once));
    answers.push(await shop.place(ada, cartId, once));
    expect(new Set(answers.map(({ order }) => order?.id)).size).toBe(1);
    expect(await shop.stockOf(lamp)).toMatchObject({ reserved: 2 });
    expect(codes(await shop.place(ada, cartId, { ...once, note: 'Another' }))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('is all that comes of one cart, whatever the keys', async () => {
    const [ada, lamp] = [await shop.buyer(), await shop.goods()];
    const cartId = await shop.cart(ada, [lamp, 1]);
    const shippingQuoteId = await shop.quote(ada, cartId);
    const answers = await times(3, () => shop.place(ada, cartId, { shippingQuoteId }));
    expect(outcome(answers, 'order')).toEqual({ won: 1, refused: ['ILLEGAL_STATE', 'ILLEGAL_STATE'] });
  });

  it.each([
    ['of five keys', () => shop.unique('pay')],
    ['of one key', () => 'the one payment'],
  ])('is charged once, paid by five requests %s at once', async (_what, key) => {
    const [ada, lamp] = [await shop.buyer(), await shop.goods()];
    const order = await shop.order(ada, [lamp, 1]);
    await times(5, () => shop.pay(ada, order, 'SUCCEED', key()));
    await agora.rest();
    const { payments } = await shop.clerk.ask('Payments', { first: 1, filter: { orderId: order.id } });
    const [{ status, amount, refunds, log }] = payments.nodes;
    expect({ status, amount, refunds }).toEqual({ status: 'SUCCEEDED', amount: usd('15.00'), refunds: [] });
    expect(log.map(({ to }: { to: string }) => to)).toEqual(['PENDING', 'SUCCEEDED']);
    expect(await shop.statusOf(order)).toBe('PAID');
  });
});

describe('coupons', () => {
  it('are given out ten times to a hundred claims when ten are left', async () => {
    const [couponId, buyers] = [await shop.coupon({ total: 10, perUserLimit: 5 }), await people(20)];
    const claims = await times(100, (at) =>
      (buyers[at % 20] as Person).act('ClaimCoupon', { couponId, idempotencyKey: `claim ${at}` }),
    );
    const { won, refused } = outcome(claims, 'userCoupon');
    expect([won, new Set(refused)]).toEqual([10, new Set(['SOLD_OUT'])]);
  });

  it('are given to nobody beyond the limit of one buyer', async () => {
    const [couponId, ada] = [await shop.coupon({ total: 100, perUserLimit: 3 }), await shop.buyer()];
    const claims = await times(20, (at) => ada.act('ClaimCoupon', { couponId, idempotencyKey: `again ${at}` }));
    const { won, refused } = outcome(claims, 'userCoupon');
    expect([won, new Set(refused)]).toEqual([3, new Set(['LIMIT_REACHED'])]);
  });

  it('reduce one of two orders that are placed with the same one', async () => {
    const [ada, lamp] = [await shop.buyer(), await shop.goods()];
    const code = await shop.claim(ada, await shop.coupon());
    const carts = await times(2, () => shop.cart(ada, [lamp, 1]));
    for (const cartId of carts) await ada.act('ApplyCoupon', { cartId, code });
    const placed = await Promise.all(carts.map((cartId) => shop.place(ada, cartId)));
    expect(outcome(placed, 'order').won).toBe(1);
    expect(await shop.stockOf(lamp)).toMatchObject({ reserved: 1 });
  });
});

describe('two who want different things of an order', () => {
  /** How many of the orders were paid; the others are given up, and each with its payment. */
  async function paidOf(who: Person, orders: Order[]): Promise<number> {
    await agora.rest();
    const details = await Promise.all(orders.map((order) => shop.detail(who, order)));
    for (const { status, payment } of details) {
      expect([status, payment.status]).toEqual(
        status === 'PAID' ? ['PAID', 'SUCCEEDED'] : ['CANCELLED', expect.stringMatching(/CANCELLED|EXPIRED/)],
      );
    }
    return details.filter(({ status }) => status === 'PAID').length;
  }

  it('to cancel and to pay: one wins', async () => {
    const [ada, lamp] = [await shop.buyer(), await shop.goods()];
    const orders = await times(6, () => shop.order(ada, [lamp, 1]));
    await Promise.all(
      orders.flatMap((order, at) =>
        at % 2 ? [shop.cancel(ada, order), shop.pay(ada, order)] : [shop.pay(ada, order), shop.cancel(ada, order)],
      ),
    );
    const paid = await paidOf(ada, orders);
    expect(await shop.stockOf(lamp)).toMatchObject({ reserved: 0, sold: paid });
  });

  it('to expire and to pay: one wins', async () => {
    const [ada, lamp] = [await shop.buyer(), await shop.goods()];
    const orders = await times(6, () => shop.order(ada, [lamp, 1]));
    agora.clock.advance(15 * 60_000);
    await ada.signIn();
    const jobs = ['orders.expire-unpaid-orders', 'payments.expire-payments', 'catalog.release-expired-reservations'];
    await Promise.all([...jobs.map(agora.runJob), ...orders.map((order) => shop.pay(ada, order))]);
    await agora.runJob('orders.expire-unpaid-orders');
    const paid = await paidOf(ada, orders);
    expect(await shop.stockOf(lamp)).toMatchObject({ reserved: 0, sold: paid });
  });

  it('to refund and to refund: never more than was paid', async () => {
    const [ada, lamp] = [await shop.buyer(), await shop.goods()];
    const order = await shop.order(ada, [lamp, 1]);
    await shop.pay(ada, order);
    await agora.rest();
    const asked = await times(5, () => shop.requestRefund(ada, order, { amount: usd('6.00') }));
    expect(outcome(asked, 'refund').won).toBe(2);
    const refunds = asked.flatMap(({ refund }) => (refund ? [refund.id as string] : []));
    const decide = (refundId: string) =>
      times(3, (at) =>
        at === 2
          ? shop.clerk.act('RejectRefund', { refundId, reason: 'It was worn.' })
          : shop.clerk.act('ApproveRefund', { refundId }),
      );
    await Promise.all(refunds.map(decide));
    await agora.rest();
    const { payment } = await shop.detail(ada, order);
    for (const { status } of payment.refunds) expect(status).toMatch(/SUCCEEDED|REJECTED/);
  });

  it('to refund all, twice: once', async () => {
    const [ada, lamp] = [await shop.buyer(), await shop.goods()];
    const order = await shop.order(ada, [lamp, 1]);
    await shop.pay(ada, order);
    await agora.rest();
    const asked = await times(5, () => shop.requestRefund(ada, order));
    const { won } = outcome(asked, 'refund');
    expect(won).toBe(1);
    const { refund } = asked.find((answer) => answer.refund);
    await times(3, () => shop.clerk.act('ApproveRefund', { refundId: refund.id }));
    await agora.rest();
    expect(await shop.statusOf(order)).toBe('REFUNDED');
    expect(await shop.stockOf(lamp)).toMatchObject({ onHand: 10, available: 10, sold: 1, returned: 1 });
  });
});

it('given two lines of one order for the same variant, then they are one, and stock is counted once', async () => {
  const [ada, lamp] = [await shop.buyer(), await shop.goods({ stock: 3 })];
  const cartId = await shop.cart(ada, [lamp, 2], [lamp, 1]);
  const { order } = await shop.place(ada, cartId);
  expect((await shop.detail(ada, order)).lines).toMatchObject([{ quantity: 3 }]);
  expect(await shop.stockOf(lamp)).toMatchObject({ reserved: 3, available: 0 });
});

describe('at once', () => {
  it('two administrators who dismiss each other leave one', async () => {
    const other = await shop.buyer('Other');
    await shop.chief.act('AssignRole', { userId: other.id, role: 'ADMIN' });
    await other.signIn();
    const dismiss = (who: Person, whom: Person) =>
      who.order('revokeRole', { userId: whom.id, role: 'ADMIN' }, 'user { id }');
    const answers = await Promise.all([dismiss(shop.chief, other), dismiss(other, shop.chief)]);
    expect(outcome(answers, 'user')).toEqual({ won: 1, refused: ['ILLEGAL_STATE'] });
    // Whoever stays: the shop goes on with an administrator.
    const [{ user: dismissed }] = answers.filter(({ user }) => user);
    const chief = dismissed.id === shop.chief.id ? other : shop.chief;
    expect(codes(await chief.act('AssignRole', { userId: shop.chief.id, role: 'ADMIN' }))).toEqual([]);
    await shop.chief.signIn();
  });

  it('five corrections of one count: one is right, the others are stale', async () => {
    const lamp = await shop.goods({ stock: 5 });
    const change = { variantId: lamp.variantId, delta: 1, expectedOnHand: 5, reason: 'Counted' };
    const answers = await times(5, (at) => shop.clerk.act('AdjustStock', { ...change, idempotencyKey: `count ${at}` }));
    expect(outcome(answers, 'variant')).toEqual({ won: 1, refused: five('STALE').slice(1) });
    expect(await shop.stockOf(lamp)).toMatchObject({ onHand: 6 });
  });

  it('ten users of one exchange code: one has the coupon', async () => {
    const couponId = await shop.coupon({ issue: 'EXCHANGE_CODE' });
    const wanted = { couponId, count: 1, idempotencyKey: shop.unique('codes') };
    const { codes: made } = await shop.clerk.order('createExchangeCodes', wanted, 'codes');
    const buyers = await people(10);
    const answers = await times(10, (at) =>
      (buyers[at] as Person).order('exchangeCoupon', { code: made[0], idempotencyKey: 'mine' }, 'userCoupon { id }'),
    );
    expect(outcome(answers, 'userCoupon')).toMatchObject({ won: 1, refused: { length: 9 } });
  });

  it('five reviews of one buyer: one counts', async () => {
    const [ada, lamp] = [await shop.buyer(), await shop.goods()];
    const order = await shop.order(ada, [lamp, 1]);
    await shop.pay(ada, order);
    await agora.rest();
    await shop.scan(await shop.dispatch(order), 'DELIVERED');
    await agora.rest();
    const answers = await times(5, () => ada.act('ReviewProduct', { productId: lamp.id, stars: 4 }));
    expect(outcome(answers, 'review')).toEqual({ won: 1, refused: five('ALREADY_REVIEWED').slice(1) });
    const { product } = await shop.guest.ask('ProductPage', { slug: lamp.slug });
    expect(product.rating).toEqual({ average: 4, count: 1 });
  });

  it('five scans of one parcel are one scan', async () => {
    const [ada, lamp] = [await shop.buyer(), await shop.goods()];
    const order = await shop.order(ada, [lamp, 1]);
    await shop.pay(ada, order);
    await agora.rest();
    const trackingNumber = await shop.dispatch(order);
    const statuses = ['IN_TRANSIT', 'IN_TRANSIT', 'DELIVERED', 'OUT_FOR_DELIVERY', 'DELIVERED'];
    await Promise.all(statuses.map((status) => shop.scan(trackingNumber, status)));
    const { shipmentByTrackingNumber: tracked } = await shop.guest.ask('TrackShipment', { trackingNumber });
    const seen = tracked.events.map(({ status }: { status: string }) => status);
    expect(tracked.status).toBe('DELIVERED');
    expect(new Set(seen).size).toBe(seen.length);
  });
});
