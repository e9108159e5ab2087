import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { follow, type Follower } from '../faults/buyers/follower';
import { endPushes } from '../faults/reckoning/pushes';
import { describeWithRedis } from '../redis/redis';
import { startDistributedAgora, type DistributedAgora } from '../story/distributed';
import { eventually, untilRest, violationsAtRest } from '../story/rest';
import { roamingClient } from '../story/roaming';
import { startStory, type Goods, type Order, type Shop } from '../story/shop';
import type { Person } from '../story/people';

// Sixteen processes are started twice.
jest.setTimeout(300_000);

const ROOMS = ['users', 'catalog', 'orders', 'payments', 'logistics', 'marketing', 'search'];

describeWithRedis('a rolling restart of every process', () => {
  let agora: DistributedAgora;
  let database: Client;
  let over = false;
  beforeAll(async () => {
    agora = await startDistributedAgora(Object.fromEntries(ROOMS.map((room) => [`COPIES_${room}`, '2'])));
    database = new Client({ connectionString: agora.databaseUrl });
    await database.connect();
  });
  let followers: Follower[] = [];
  afterAll(async () => {
    over = true;
    await Promise.all(followers.map((each) => each.leave()));
    await database?.end();
    await agora?.stop();
  });
  const sql = async <Row>(text: string, values: unknown[] = []) => (await database.query(text, values)).rows as Row[];

  /** Asks a process to stop, and waits until the one that takes its place is ready. */
  async function restart(name: string): Promise<void> {
    const process = agora.named(name);
    const before = process.pid() as number;
    globalThis.process.kill(before, 'SIGTERM');
    await eventually(`${name} is started again`, async () => process.pid() !== before, 60_000);
    await process.ready();
  }

  /** Buys without end. */
  async function buy(shop: Shop, who: Person, lamp: Goods, bought: Order[], isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const order = await shop.order(who, [lamp, 1]);
      await shop.pay(who, order);
      await shop.detail(who, order);
      bought.push(order);
    }
  }

  /** Has a parcel scanned again and again, so that who follows its order is told. */
  async function carry(shop: Shop, trackingNumber: string, isOver: () => boolean): Promise<void> {
    for (let count = 0; !isOver(); count += 1) {
      const description = `Passed post ${count}`;
      await shop.clerk
        .act('RecordTrackingEvent', { trackingNumber, status: 'IN_TRANSIT', description })
        .catch(() => {});
      await pause(100);
    }
  }

  it('loses no request, no update of a live order, and nothing that was bought', async () => {
    const client = roamingClient(agora.urls);
    const shop = await startStory({ ...agora.place, graphql: client.graphql });
    const lamp = await shop.goods({ stock: 10_000 });
    const [ada, bob] = [await shop.buyer('Ada'), await shop.buyer('Bob')];
    const followed = await shop.order(ada, [lamp, 1]);
    await shop.pay(ada, followed);
    await untilRest(agora.databaseUrl);
    const trackingNumber = await shop.dispatch(followed);
    let turn = 0;
    const everyOther = { of: <T>(several: readonly T[]) => several[turn++ % several.length] as T, is: () => false };
    followers = [ada, ada].map((who) => follow(agora.urls, who, followed.id, everyOther as never));
    const begunAt = new Date();
    const bought: Order[] = [];
    const work = Promise.all([
      ...[ada, bob].map((who) => buy(shop, who, lamp, bought, () => over)),
      carry(shop, trackingNumber, () => over),
    ]);
    work.catch(() => {});
    await eventually('both follow', async () => followers.every(({ seen }) => seen.length > 0));
    for (const copy of [1, 2])
      for (const rooms of [ROOMS.slice(0, 4), ROOMS.slice(4)])
        await Promise.all(rooms.map((room) => restart(`${room}-${copy}`)));
    await restart('gateway-1');
    await restart('gateway-2');
    over = true;
    await work.catch(() => {});

    expect(client.failures).toEqual([]);
    expect(client.switched()).toBeGreaterThan(0);
    expect(bought.length).toBeGreaterThan(10);
    const { lost, twice, returns } = await endPushes({ sql }, followers, begunAt);
    expect({ lost, twice }).toEqual({ lost: [], twice: [] });
    expect(returns).toBeGreaterThan(0);
    await untilRest(agora.databaseUrl, 60_000);
    const kept = await sql<{ id: string }>(`select id from orders.orders where id = any($1)`, [
      bought.map(({ id }) => id),
    ]);
    expect(kept).toHaveLength(bought.length);
    expect(await violationsAtRest(agora.databaseUrl, () => new Date())).toEqual([]);
  });
});
