import { otherTenant } from '../story/house';
import { demoTenant } from '../../platform/identity/tenants';
import { startTestAgora, type TestAgora } from '../story/agora';
import { listen, type Way } from '../story/listening';
import { guestOf, type Person } from '../story/people';
import { startStory, type Goods, type Order, type Shop } from '../story/shop';

let agora: TestAgora;
let shop: Shop;
let lamp: Goods;
beforeAll(async () => {
  agora = await startTestAgora({ tenants: [demoTenant, otherTenant] });
  shop = await startStory(agora);
  lamp = await shop.goods({ stock: 1000 });
});
afterAll(() => agora.stop());

type Update = {
  cursor: string;
  kind: string;
  order: { status: string; payment: object; shipments: object[]; lines: object[] };
};

/** What happens to an order from its placing to the receipt, step by step; `after` each step as long as it takes. */
async function wholeLife(who: Person, order: Order, after: () => Promise<unknown>): Promise<void> {
  await shop.pay(who, order, 'DECLINE');
  await after();
  await shop.pay(who, order);
  await after();
  await agora.rest();
  const trackingNumber = await shop.dispatch(order);
  await after();
  for (const status of ['IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED']) {
    await shop.scan(trackingNumber, status);
    await after();
  }
  await agora.rest();
  await who.act('ConfirmReceipt', { orderId: order.id });
}
// FAILED, SUCCEEDED, PAID, its shipment, SHIPPED, its parcel under way, three scans, DELIVERED, COMPLETED. They are counted: a
// push tells what is true when it is sent, so one that is late may well tell of the end already.
const WHOLE_LIFE = 11;

async function all(next: () => Promise<Update>): Promise<Update[]> {
  const seen: Update[] = [];
  while (seen.length < WHOLE_LIFE) seen.push(await next());
  return seen;
}

describe('orderUpdated', () => {
  it('tells the whole story, over WebSocket and over SSE alike, with what other rooms know at every push', async () => {
    const ada = await shop.buyer();
    const order = await shop.order(ada, [lamp, 2]);
    const follow = (way: Way) => listen(agora, ada, 'OrderUpdated', { orderId: order.id }, way);
    const [socket, stream] = [await follow('WebSocket'), await follow('SSE')];
    const [heard, streamed] = await Promise.all([
      all(socket.next),
      all(stream.next),
      wholeLife(ada, order, agora.rest),
    ]);
    await Promise.all([socket.leave(), stream.leave()]);

    expect(streamed.map(({ cursor }) => cursor)).toEqual(heard.map(({ cursor }) => cursor));
    for (const { order: told } of [...heard, ...streamed]) {
      expect(told.payment).toMatchObject({ id: order.paymentId, status: expect.any(String) });
      expect(told.lines).toMatchObject([{ quantity: 2, variant: { sku: lamp.sku, product: { name: lamp.name } } }]);
    }
    const statuses = heard.map(({ order: { status } }) => status);
    expect([...new Set(statuses)]).toEqual(['PENDING_PAYMENT', 'PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED']);
    expect(new Set(heard.map(({ kind }) => kind))).toEqual(new Set(['ORDER', 'PAYMENT', 'SHIPMENT']));
    expect(heard.at(-1)?.order.shipments).toMatchObject([
      {
        status: 'DELIVERED',
        events: [{ status: 'DISPATCHED' }, { status: 'IN_TRANSIT' }, { status: 'OUT_FOR_DELIVERY' }, {}],
      },
    ]);
  });

  /** Numbers that look random and are the same at every run. */
  function chance(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  it.each([1, 2, 3, 4, 5, 6])(
    'given a client that loses its connection again and again (%i), then it misses nothing and sees nothing twice',
    async (seed) => {
      const draw = chance(seed);
      const ada = await shop.buyer();
      const order = await shop.order(ada, [lamp, 1]);
      const follow = (after?: string, way: Way = 'WebSocket') =>
        listen(agora, ada, 'OrderUpdated', { orderId: order.id, after }, way);
      const [faithful, first] = [await follow(), await follow()];

      async function roam(): Promise<Update[]> {
        const seen: Update[] = [await first.next()];
        await first.leave();
        while (seen.length < WHOLE_LIFE) {
          const updates = await follow(seen.at(-1)?.cursor, draw(2) === 0 ? 'SSE' : 'WebSocket');
          for (let left = draw(4); left > 0 && seen.length < WHOLE_LIFE; left -= 1) seen.push(await updates.next());
          await updates.leave();
        }
        return seen;
      }
      const [heard, roamed] = await Promise.all([
        all(faithful.next),
        roam(),
        wholeLife(ada, order, async () => draw(2) === 0 && agora.rest()),
      ]);
      await faithful.leave();
      expect(roamed.map(({ cursor }) => cursor)).toEqual(heard.map(({ cursor }) => cursor));
      expect(heard.at(-1)?.order.status).toBe('COMPLETED');
    },
  );

  it('is refused for an order of somebody else, for guests, in another shop, and with a cursor of another order', async () => {
    const [ada, bob] = [await shop.buyer(), await shop.buyer('Bob')];
    const [order, other] = [await shop.order(ada, [lamp, 1]), await shop.order(ada, [lamp, 1])];
    const updates = await listen(agora, ada, 'OrderUpdated', { orderId: order.id });
    await shop.cancel(ada, order);
    const { cursor } = await updates.next();
    await updates.leave();
    const elsewhere = await startStory(agora, { tenant: otherTenant.id });
    const attempt = async (who: Person, way: Way, variables: object) => {
      const refused = await listen(agora, who, 'OrderUpdated', { ...variables }, way);
      return refused.next().then(
        () => 'let in',
        ({ message, errors }: AggregateError) => `${message} ${errors?.[0]?.extensions?.code}`,
      );
    };
    for (const way of ['WebSocket', 'SSE'] as const) {
      for (const stranger of [bob, elsewhere.clerk]) {
        expect(await attempt(stranger, way, { orderId: order.id })).toMatch(/There is no such order. INVALID_INPUT/);
      }
      expect(await attempt(shop.guest, way, { orderId: order.id })).toMatch(/UNAUTHENTICATED/);
      expect(await attempt(ada, way, { orderId: other.id, after: cursor })).toMatch(/not a cursor.*INVALID_INPUT/);
      expect(await attempt(ada, way, { orderId: other.id, after: 'x' })).toMatch(/cursor.*INVALID_INPUT/);
    }
    const told = await listen(agora, shop.clerk, 'OrderUpdated', { orderId: other.id });
    await shop.cancel(ada, other);
    expect((await told.next()).order.id).toBe(other.id);
    await told.leave();
  });

  it('given a token of another shop, then the socket is closed', async () => {
    const elsewhere = {
      headers: { 'agora-tenant': otherTenant.id },
      token: (await (await shop.buyer()).caller()).token,
    };
    const stranger = { ...guestOf(agora), caller: async () => elsewhere };
    const refused = await listen(agora, stranger, 'NotificationReceived');
    await expect(refused.next()).rejects.toMatchObject({ code: 4403 });
  });
});

describe('shipmentUpdated', () => {
  it('tells whoever holds the number, first of all how it stands', async () => {
    const ada = await shop.buyer();
    const order = await shop.order(ada, [lamp, 1]);
    await shop.pay(ada, order);
    await agora.rest();
    const trackingNumber = await shop.dispatch(order);
    const parcel = await listen(agora, shop.guest, 'ShipmentUpdated', { trackingNumber });
    expect(await parcel.next()).toMatchObject({ status: 'DISPATCHED' });
    for (const status of ['IN_TRANSIT', 'DELIVERED']) {
      await shop.scan(trackingNumber, status);
      const { status: told, events } = await parcel.next();
      expect([told, events.at(-1).status]).toEqual([status, status]);
    }
    await parcel.leave();
    const unknown = await listen(agora, shop.guest, 'ShipmentUpdated', { trackingNumber: `${trackingNumber}0` });
    await expect(unknown.next()).rejects.toThrow(/number/);
  });
});

describe('notificationReceived', () => {
  it('tells each user of their own, in order', async () => {
    const [ada, bob] = [await shop.buyer(), await shop.buyer('Bob')];
    await agora.rest();
    const [hers, his] = [
      await listen(agora, ada, 'NotificationReceived'),
      await listen(agora, bob, 'NotificationReceived'),
    ];
    const [one, two] = [await shop.order(ada, [lamp, 1]), await shop.order(bob, [lamp, 1])];
    await agora.rest();
    await Promise.all([shop.pay(ada, one), shop.cancel(bob, two)]);
    const bodies = ({ title, body }: { title: string; body: string }) => `${title} ${body}`;
    const [toAda, toBob] = [(await hers.take(2)).map(bodies), (await his.take(2)).map(bodies)];
    for (const told of toAda) expect(told).toContain(one.number);
    for (const told of toBob) expect(told).toContain(two.number);
    expect(toAda[1]).toMatch(/paid/i);
    expect(toBob[1]).toMatch(/cancel/i);
    await Promise.all([hers.leave(), his.leave()]);
  });
});

it('leaves every invariant as it must be', async () => {
  expect(await agora.violations()).toEqual([]);
});
