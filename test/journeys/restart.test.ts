import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { textOf, type Person, type Place } from '../story/people';
import { living, startProcess, type AgoraProcess } from '../story/process';
import { eventually, untilRest, violationsAtRest } from '../story/rest';
import { startStory, type Goods, type Order, type Shop } from '../story/shop';

// Everything here waits for whole processes.
jest.setTimeout(180_000);

let data: string;
let agora: AgoraProcess;
beforeAll(() => {
  data = mkdtempSync(path.join(tmpdir(), 'agora-restart-'));
  // Where root runs this, Postgres is somebody else, who has to pass through.
  chmodSync(data, 0o711);
});
afterAll(async () => {
  await agora?.die();
  rmSync(data, { recursive: true, force: true });
});

/** Where people go, whichever process answers there now. */
const here: Place = {
  clock: { now: () => new Date() },
  get databaseUrl() {
    return agora.place.databaseUrl;
  },
  graphql: (operation, variables, caller) => agora.place.graphql(operation, variables, caller),
};

type Wish = { cartId: string; shippingQuoteId: string; idempotencyKey: string };
/** An attempt to buy, and what of it the shop has said yes to and must therefore know for ever. */
type Attempt = { who: Person; wish: Wish; order?: Order; status?: 'PENDING_PAYMENT' | 'PAID' | 'CANCELLED' };

/** Buys, pays and cancels without end, until there is nobody who answers. */
async function shopUntilItDies(shop: Shop, who: Person, lamp: Goods, attempts: Attempt[]): Promise<void> {
  for (let count = 0; ; count += 1) {
    const cartId = await shop.cart(who, [lamp, 1]);
    const shippingQuoteId = await shop.quote(who, cartId);
    const attempt: Attempt = { who, wish: { cartId, shippingQuoteId, idempotencyKey: `${who.id} ${count}` } };
    attempts.push(attempt);
    const { order } = await shop.place(who, cartId, attempt.wish);
    attempt.order = { id: order.id, number: order.number, paymentId: order.payment.id };
    attempt.status = 'PENDING_PAYMENT';
    if (count % 3 === 1 && (await shop.pay(who, attempt.order)).payment) attempt.status = 'PAID';
    if (count % 3 === 2 && (await shop.cancel(who, attempt.order)).order) attempt.status = 'CANCELLED';
  }
}

/** As a process leaves it that dies after the last step of its sagas, before that is noted. */
async function forgetTheEnds(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`update dbos.workflow_status set status = 'PENDING', output = null where status = 'SUCCESS'`);
  await client.end();
}

const [BUYERS, ENOUGH] = [5, 15];

describe('a process that is killed in the middle of its work, Postgres as well', () => {
  let shop: Shop;
  const attempts: Attempt[] = [];
  beforeAll(async () => {
    agora = await startProcess(path.join(data, 'agora'));
    shop = await startStory(here);
    const lamp = await shop.goods({ stock: 10_000 });
    const buyers = await Promise.all(Array.from({ length: BUYERS }, (_, at) => shop.buyer(`Buyer${at}`)));
    const shopping = Promise.allSettled(buyers.map((who) => shopUntilItDies(shop, who, lamp, attempts)));
    await eventually('some orders are placed', async () => attempts.filter(({ order }) => order).length >= ENOUGH);
    await agora.die();
    for (const { status } of await shopping) expect(status).toBe('rejected');
    agora = await startProcess(path.join(data, 'agora'));
    await untilRest(here.databaseUrl, 90_000);
  });

  it('is followed by one that knows all that was acknowledged', async () => {
    for (const { who, order, status } of attempts) {
      if (!order) continue;
      const { number, history } = await shop.detail(who, order);
      // What was asked for and not acknowledged may have come to pass or not; what was acknowledged has.
      expect([number, history.map(({ to }: { to: string }) => to)]).toEqual([
        order.number,
        expect.arrayContaining([status]),
      ]);
    }
  });

  /** Asks for all of them again, under their keys; answers the orders' ids. */
  async function placeAgain(): Promise<string[]> {
    const again = await Promise.all(attempts.map(({ who, wish }) => shop.place(who, wish.cartId, wish)));
    return again.map(({ order }) => order.id);
  }
  async function expectNothingWrong(orders: number): Promise<void> {
    await untilRest(here.databaseUrl);
    const { totalCount } = (await shop.clerk.ask('Orders', { first: 1 })).orders;
    expect(totalCount).toBe(orders);
    expect(await violationsAtRest(here.databaseUrl, here.clock.now)).toEqual([]);
  }

  it('has left nothing half done, and each key still stands for its one order', async () => {
    const ids = await placeAgain();
    for (const [at, { order }] of attempts.entries()) if (order) expect(ids[at]).toBe(order.id);
    await expectNothingWrong(new Set(ids).size);
  });

  it('given that it had not noted the end of a single saga, then the next does all of them again and changes nothing', async () => {
    const ids = await placeAgain();
    const before = await Promise.all(attempts.map(({ who }, at) => shop.detail(who, { id: ids[at] } as Order)));
    await forgetTheEnds(here.databaseUrl);
    await agora.die();
    agora = await startProcess(path.join(data, 'agora'));
    await expectNothingWrong(new Set(ids).size);
    expect(await placeAgain()).toEqual(ids);
    const after = await Promise.all(attempts.map(({ who }, at) => shop.detail(who, { id: ids[at] } as Order)));
    expect(after).toEqual(before);
  });
});

/** A request of which the process has seen the beginning; `finish` sends the rest and answers what comes back. */
async function begin(body: string): Promise<{ finish(): Promise<{ status: number; body: string }> }> {
  const headers = { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' };
  const sent = request(`${agora.url}/graphql`, { method: 'POST', headers });
  sent.flushHeaders();
  await new Promise((resolve, reject) => sent.once('continue', resolve).once('error', reject));
  return {
    finish: () =>
      new Promise((resolve, reject) => {
        sent.once('response', (response) => {
          text(response).then((answer) => resolve({ status: response.statusCode ?? 0, body: answer }), reject);
        });
        sent.end(body);
      }),
  };
}

it('given SIGTERM, then it answers what is under way, and leaves no process behind', async () => {
  const family = agora.family();
  expect(family.length).toBeGreaterThan(3);
  const input = { email: 'last@example.com', password: 'correct horse 7', displayName: 'Last' };
  const underWay = await begin(JSON.stringify({ query: textOf('SignUp'), variables: { input } }));
  const ended = agora.stop();
  await agora.says(/Stopping/);
  const { status, body } = await underWay.finish();
  expect([status, JSON.parse(body).data.signUp.session.user.email]).toEqual([200, input.email]);
  expect(await ended).toEqual([0, null]);
  expect(agora.output()).toMatch(/Stopped\.\s*$/);
  expect(living(family)).toEqual([]);
});
