import { Client } from 'pg';
import { describeWithRedis } from '../redis/redis';
import { startDistributedAgora, type DistributedAgora } from '../story/distributed';
import { eventually, untilRest, violationsAtRest } from '../story/rest';
import { living } from '../story/process';
import { startStory, type Goods, type Shop } from '../story/shop';

// Everything here waits for whole processes.
jest.setTimeout(240_000);

type Update = { cursor: string; order: { status: string } };

async function postmasterOf(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  // It may be killed while it is asked.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ said: string }>(`select pg_read_file('postmaster.pid') as said`);
    return parseInt(rows[0]?.said as string, 10);
  } finally {
    await client.end();
  }
}

/** Reads on until there is what was waited for. */
async function until(stream: AsyncIterator<Update>, isIt: (update: Update) => boolean): Promise<Update> {
  for (;;) {
    const { value } = await stream.next();
    if (isIt(value as Update)) return value as Update;
  }
}

describeWithRedis('rooms as services, behind two gateways', () => {
  let agora: DistributedAgora;
  let shop: Shop;
  let lamp: Goods;
  beforeAll(async () => {
    agora = await startDistributedAgora({ COPIES_orders: '2' });
    shop = await startStory(agora.place);
    lamp = await shop.goods({ stock: 1_000 });
  });
  afterAll(() => agora?.stop());

  const rest = () => untilRest(agora.databaseUrl, 60_000);
  const violations = () => violationsAtRest(agora.databaseUrl, () => new Date(), rest);

  it('take an order from the cart to the receipt, whichever gateway is asked', async () => {
    const ada = await shop.buyer();
    const order = await shop.order(ada, [lamp, 2]);
    await shop.pay(ada, order);
    await rest();
    const trackingNumber = await shop.dispatch(order);
    for (const status of ['IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED']) await shop.scan(trackingNumber, status);
    await rest();
    await ada.act('ConfirmReceipt', { orderId: order.id });
    const { history, payment, shipments } = await shop.detail(ada, order);
    expect(history.map(({ to }: { to: string }) => to)).toEqual([
      'PENDING_PAYMENT',
      'PAID',
      'SHIPPED',
      'DELIVERED',
      'COMPLETED',
    ]);
    expect([payment.status, shipments[0].status]).toEqual(['SUCCEEDED', 'DELIVERED']);
    expect(await violations()).toEqual([]);
  });

  it('take many orders at once, and sell no more than there is', async () => {
    const last = await shop.goods({ stock: 3 });
    const buyers = await Promise.all(Array.from({ length: 6 }, (_, at) => shop.buyer(`Buyer${at}`)));
    const carts = await Promise.all(buyers.map((who) => shop.cart(who, [last, 1])));
    const placed = await Promise.all(buyers.map((who, at) => shop.place(who, carts[at] as string)));
    expect(placed.filter(({ order }) => order !== null)).toHaveLength(3);
    expect(await violations()).toEqual([]);
  });

  it('answer one key with one order, whichever gateway and copy is asked', async () => {
    const ada = await shop.buyer();
    const cartId = await shop.cart(ada, [lamp, 1]);
    const wish = { shippingQuoteId: await shop.quote(ada, cartId), idempotencyKey: 'one and the same' };
    const placed = await Promise.all(Array.from({ length: 4 }, () => shop.place(ada, cartId, wish)));
    expect(new Set(placed.map(({ order }) => order.id)).size).toBe(1);
  });

  it('tell of a change at either gateway, and replay what was missed at the other', async () => {
    const ada = await shop.buyer();
    const order = await shop.order(ada, [lamp, 1]);
    await shop.pay(ada, order);
    await rest();
    const trackingNumber = await shop.dispatch(order);
    const streams = [0, 1].map((at) => agora.live(at, ada, 'OrderUpdated', { orderId: order.id }));
    let heard = 0;
    const firsts = streams.map((stream) => stream.next().finally(() => (heard += 1)));
    // Nothing tells that a subscription is open but what it hears.
    await eventually('both are heard', async () => {
      await shop.scan(trackingNumber, 'IN_TRANSIT');
      return heard === 2;
    });
    await Promise.all(firsts);
    await shop.scan(trackingNumber, 'DELIVERED');
    const delivered = streams.map((stream) => until(stream, (update) => update.order.status === 'DELIVERED'));
    const cursors = (await Promise.all(delivered)).map(({ cursor }) => cursor);
    expect(new Set(cursors).size).toBe(1);
    const [cursor = ''] = cursors;
    await Promise.all(streams.map((stream) => stream.return(undefined)));
    await ada.act('ConfirmReceipt', { orderId: order.id });
    const again = agora.live(1, ada, 'OrderUpdated', { orderId: order.id, after: cursor });
    const seen: string[] = [];
    await until(again, (update) => (seen.push(update.cursor), update.order.status === 'COMPLETED'));
    await again.return(undefined);
    expect(seen).not.toContain(cursor);
  });

  it('refuse whoever asks a room without the seal of a gateway', async () => {
    const { url } = agora.named('users-1').planned;
    const body = JSON.stringify({ query: '{ _entities(representations: []) { __typename } }' });
    expect((await fetch(`${url}/graphql`, { method: 'POST', body })).status).toBe(401);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it('hand webhooks on from the gateway', async () => {
    const post = (url: string | undefined) =>
      fetch(`${url}/webhooks/payments/simulated`, { method: 'POST', body: '{}' }).then(({ status }) => status);
    expect(await Promise.all(agora.urls.map(post))).toEqual([401, 401]);
  });

  it('run a job once a tick, however many copies there are', async () => {
    const client = new Client({ connectionString: agora.databaseUrl });
    await client.connect();
    const ticks = async () =>
      (
        await client.query(
          `select recovery_attempts::int as runs from dbos.workflow_status
            where name = 'orders.expire-unpaid-orders' and status = 'SUCCESS'`,
        )
      ).rows;
    await eventually('two ticks are over', async () => (await ticks()).length >= 2, 60_000);
    expect(new Set((await ticks()).map(({ runs }) => runs))).toEqual(new Set([1]));
    await client.end();
  });

  it('given a copy that is killed while it places orders, then another one ends what it has begun', async () => {
    const buyers = await Promise.all(Array.from({ length: 8 }, (_, at) => shop.buyer(`Late${at}`)));
    const wishes = await Promise.all(
      buyers.map(async (who) => {
        const cartId = await shop.cart(who, [lamp, 1]);
        return { who, cartId, wish: { shippingQuoteId: await shop.quote(who, cartId), idempotencyKey: who.id } };
      }),
    );
    const placing = wishes.map(({ who, cartId, wish }) => shop.place(who, cartId, wish).catch(() => null));
    const killed = agora.named('orders-1').pid() as number;
    await Promise.race(placing);
    process.kill(killed, 'SIGKILL');
    const answers = await Promise.all(placing);
    await untilRest(agora.databaseUrl, 30_000);
    const again = await Promise.all(wishes.map(({ who, cartId, wish }) => shop.place(who, cartId, wish)));
    for (const [at, answer] of answers.entries()) if (answer?.order) expect(again[at].order.id).toBe(answer.order.id);
    await eventually('it is started again', async () => (agora.named('orders-1').pid() ?? killed) !== killed);
    await agora.named('orders-1').ready();
    expect(await violations()).toEqual([]);
  });

  it('given a copy that stands still, then the other one does its work, and nothing is done twice', async () => {
    const ada = await shop.buyer();
    const cartId = await shop.cart(ada, [lamp, 1]);
    const wish = { shippingQuoteId: await shop.quote(ada, cartId), idempotencyKey: 'while one stands still' };
    const still = agora.named('orders-2').pid() as number;
    process.kill(still, 'SIGSTOP');
    try {
      const begunAt = performance.now();
      // Each gateway asks the copies in turn: half of it would wait for the one that stands still.
      const placed = await Promise.all(Array.from({ length: 8 }, () => shop.place(ada, cartId, wish)));
      expect(new Set(placed.map(({ order }) => order.id)).size).toBe(1);
      for (let count = 0; count < 8; count += 1) await shop.detail(ada, placed[0].order);
      // The patience with a room is 30 seconds.
      expect(performance.now() - begunAt).toBeLessThan(15_000);
    } finally {
      process.kill(still, 'SIGCONT');
    }
    expect(await violations()).toEqual([]);
  });

  it('given a copy that stands still, then what carries no idempotency key is done by the other one, and once', async () => {
    const ada = await shop.buyer();
    const cartId = await shop.cart(ada, [lamp, 1]);
    const quantity = async () => {
      const { cart } = await ada.ask('query ($id: ID!) { cart(id: $id) { lines { quantity } } }', { id: cartId });
      return cart.lines[0].quantity as number;
    };
    const still = agora.named('orders-2').pid() as number;
    process.kill(still, 'SIGSTOP');
    try {
      const begunAt = performance.now();
      const lines = [{ variantId: lamp.variantId, quantity: 1 }];
      for (let count = 0; count < 8; count += 1) await ada.act('AddCartLines', { cartId, lines });
      // The patience with a room is 30 seconds.
      expect(performance.now() - begunAt).toBeLessThan(15_000);
    } finally {
      process.kill(still, 'SIGCONT');
    }
    // It reads what it was sent before it answers this.
    await agora.named('orders-2').ready();
    expect(await quantity()).toBe(9);
  });

  it('given a copy that stands still, then who follows an order there is soon told by the other one', async () => {
    const ada = await shop.buyer();
    const orders = await Promise.all([1, 2, 3].map(() => shop.order(ada, [lamp, 1])));
    for (const order of orders) await shop.pay(ada, order);
    await rest();
    const numbers = await Promise.all(orders.map((order) => shop.dispatch(order)));
    // Clients of a gateway that follow the same share a stream: six streams, at either copy.
    const streams = orders.flatMap(({ id }) =>
      [0, 1].map((at) => agora.live(at, ada, 'OrderUpdated', { orderId: id })),
    );
    const heard = streams.map(() => 0);
    let over = false;
    const reading = streams.map(async (stream, at) => {
      for await (const _update of stream) {
        heard[at] = (heard[at] as number) + 1;
        if (over) return;
      }
    });
    let count = 0;
    const scanAll = async () => {
      const description = `Seen ${(count += 1)}`;
      for (const trackingNumber of numbers)
        await shop.clerk.act('RecordTrackingEvent', { trackingNumber, status: 'IN_TRANSIT', description });
    };
    await eventually('all are told', async () => (await scanAll(), heard.every((times) => times > 0)));
    const still = agora.named('orders-2').pid() as number;
    process.kill(still, 'SIGSTOP');
    try {
      const before = [...heard];
      // A stream that is merely silent is given up after half a minute.
      const areTold = () => heard.every((times, at) => times > (before[at] as number) + 1);
      await eventually('all are told again', async () => (await scanAll(), areTold()), 25_000);
    } finally {
      process.kill(still, 'SIGCONT');
    }
    over = true;
    await scanAll();
    await Promise.all(reading);
    expect(await violations()).toEqual([]);
  });

  it('given that Redis and Postgres are killed, then both are started again, and orders go through', async () => {
    const ada = await shop.buyer();
    const redis = agora.redis.pid as number;
    const postgres = await postmasterOf(agora.databaseUrl);
    for (const pid of [redis, postgres]) process.kill(pid, 'SIGKILL');
    const next = () => postmasterOf(agora.databaseUrl).catch(() => postgres);
    await eventually('both are there', async () => agora.redis.pid !== redis && (await next()) !== postgres);
    const order = await eventually('an order is taken', () => shop.order(ada, [lamp, 1]).catch(() => null), 60_000);
    await eventually(
      'it is paid',
      () =>
        shop.pay(ada, order).then(
          () => true,
          () => false,
        ),
      60_000,
    );
    await rest();
    expect((await shop.detail(ada, order)).status).toBe('PAID');
    expect(await violations()).toEqual([]);
  });

  it('given the end, then every process is gone, and within half a minute', async () => {
    const pids = agora.processes.map((each) => each.pid() as number);
    const begunAt = performance.now();
    await agora.stop();
    expect(performance.now() - begunAt).toBeLessThan(30_000);
    expect(living([...pids, agora.redis.pid as number])).toEqual([]);
  });
});
