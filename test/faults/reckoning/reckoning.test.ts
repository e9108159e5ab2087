import { Client } from 'pg';
import { startTestAgora, type TestAgora } from '../../story/agora';
import type { Person } from '../../story/people';
import { startStory, type Order } from '../../story/shop';
import { another, whileBroken } from '../breaking';
import type { Follower } from '../buyers/follower';
import type { Acknowledged, Wish } from '../buyers/writes';
import { EFFECTS, findTwice } from './effects';
import { findLost } from './lost';
import { endPushes } from './pushes';

let agora: TestAgora;
let client: Client;
let ada: Person;
let order: Order;
let cartId: string;
beforeAll(async () => {
  agora = await startTestAgora();
  const shop = await startStory(agora);
  ada = await shop.buyer();
  const lamp = await shop.goods();
  cartId = await shop.cart(ada, [lamp, 1]);
  const placed = (await shop.place(ada, cartId)).order;
  order = { id: placed.id, number: placed.number, paymentId: placed.payment.id };
  await shop.pay(ada, order);
  await agora.rest();
  client = new Client({ connectionString: agora.databaseUrl });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await agora?.stop();
});

const database = {
  sql: async <Row>(text: string, values: readonly unknown[] = []) =>
    (await client.query(text, [...values])).rows as Row[],
};

describe('effects that came twice', () => {
  const TWICE: Record<keyof typeof EFFECTS, string> = {
    'a charge or a refund is booked twice': another('payments.journal_entries', 'true', { id: 'jrn_other' }),
    'a payment was charged twice by the provider': another('payments.simulated_charges', 'true', { id: 'chg_other' }),
    'a payment has come to a state twice': another('payments.transitions', 'true', { position: 1_000_000 }),
    'an order has come to a state twice': another('orders.transitions', 'true', { position: 1_000_000 }),
    'a reservation has come to a state twice': another('catalog.transitions', 'true', { position: 1_000_000 }),
    'a paid order has more than one shipment': another('logistics.shipments', 'true', { id: 'shp_other' }),
    'somebody was told the same twice': another('marketing.notifications', 'true', { id: 'ntf_other' }),
    'an update of an order was told of twice': `delete from orders.order_updates where sequence = 2`,
    'search counts other sales than there were': `update search.products set units_sold = 2 * units_sold`,
  };

  it('given a shop in which none did, are none', async () => {
    expect(await findTwice(database)).toEqual([]);
  });

  it.each(Object.keys(EFFECTS))('are found: %s', async (what) => {
    const found = await whileBroken(client, TWICE[what] as string, () => findTwice(database));
    expect(found.map((each) => each.what)).toContain(what);
  });
});

describe('what was acknowledged', () => {
  const wish = (kind: Wish['kind'], variables: object = {}): Wish => ({
    kind,
    who: ada,
    operation: kind,
    variables,
    idOf: () => undefined,
  });
  const acknowledged = (kind: Wish['kind'], id: string, payload: object = {}): Acknowledged => ({
    wish: wish(kind),
    id,
    payload: {
      order: { status: 'PENDING_PAYMENT', total: { amount: '15.00' } },
      payment: { status: 'PENDING' },
      ...payload,
    },
  });
  const lostOf = async (...writes: Acknowledged[]) =>
    (await findLost(database, { acknowledged: writes, undone: new Set() })).map(({ what }) => what);

  it('given it is there, is not lost', async () => {
    const paid = { payment: { status: 'SUCCEEDED' } };
    const writes = [
      acknowledged('cart', cartId),
      acknowledged('order', order.id),
      acknowledged('payment', order.paymentId, paid),
    ];
    expect(await lostOf(...writes)).toEqual([]);
  });

  it.each<[Wish['kind'], string]>([
    ['cart', 'the cart is gone'],
    ['order', 'the order is gone'],
    ['payment', 'the provider knows of no attempt'],
    ['cancellation', 'the order is not cancelled'],
    ['refund', 'the refund is gone'],
    ['approval', 'the refund was not agreed to'],
    ['claim', 'the coupon is gone'],
  ])('given a %s that is not there, is lost: %s', async (kind, what) => {
    expect(await lostOf(acknowledged(kind, 'none'))).toContain(what);
  });

  it('given a cancellation of an order that is paid, is lost', async () => {
    expect(await lostOf(acknowledged('cancellation', order.id))).toEqual(['the order is not cancelled']);
  });

  it('given a state that never was, is lost', async () => {
    const payload = { payment: { status: 'FAILED' } };
    expect(await lostOf(acknowledged('payment', order.paymentId, payload))).toEqual([
      'it was said to be FAILED, and never was',
    ]);
  });

  it('given another total, is lost', async () => {
    const payload = { order: { status: 'PAID', total: { amount: '1.00' } } };
    expect(await lostOf(acknowledged('order', order.id, payload))).toEqual(['its total has become 15.00']);
  });

  it('given an order that was said to be undone and is there, is not as it was told', async () => {
    const undone = new Set([wish('order', { input: { cartId } })]);
    expect(await findLost(database, { acknowledged: [], undone })).toMatchObject([{ id: order.id }]);
  });
});

describe('pushes', () => {
  const BEGINNING = new Date(0);
  const follower = (...sequences: number[]): Follower => ({
    orderId: order.id,
    seen: sequences.map((sequence) => ({ sequence, at: new Date(agora.clock.now().getTime() + 500) })),
    returns: () => 0,
    leave: async () => {},
  });
  const pushesOf = (...sequences: number[]) => endPushes(database, [follower(...sequences)], BEGINNING, 0);

  it('given all that is behind the first have come, are neither lost nor twice', async () => {
    const written = await client.query('select sequence from orders.order_updates order by 1');
    const sequences = written.rows.map(({ sequence }) => sequence as number);
    expect(sequences.length).toBeGreaterThan(2);
    expect(await pushesOf(...sequences)).toMatchObject({ lost: [], twice: [], longestGap: 500 });
  });

  it('given one in between did not come, is lost', async () => {
    expect((await pushesOf(1, 3)).lost).toContain(`${order.id} 2`);
  });

  it('given one came again, came twice', async () => {
    expect((await pushesOf(1, 2, 2)).twice).toEqual([`${order.id} 2`]);
  });
});
