import { Client } from 'pg';
import { startTestAgora, type TestAgora } from '../story/agora';
import { startStory } from '../story/shop';
import { furnish, type World } from '../story/world';
import { another, whileBroken } from './breaking';
import { CHECKS, violationsIn } from './invariants';

let agora: TestAgora;
let world: World;
let client: Client;
beforeAll(async () => {
  agora = await startTestAgora();
  world = await furnish(agora, await startStory(agora));
  await agora.rest();
  client = new Client({ connectionString: agora.databaseUrl });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await agora?.stop();
});

const brokenBy = (sql: string) => whileBroken(client, sql, () => violationsIn(client, agora.clock.now()));

type Breakage = readonly [invariant: number, what: string, sql: () => string];
const order = () => world.open.id;

const BREAKAGES: readonly Breakage[] = [
  [
    1,
    'a journal entry does not balance per currency',
    () => `update payments.postings set amount = amount + 1 where account = 'cash'`,
  ],
  [
    2,
    'captured minus refunded, the cash account and the provider disagree',
    () => `update payments.simulated_charges set refunded = refunded + 1`,
  ],
  [3, 'the refunds of a payment exceed what was captured', () => `update payments.refunds set amount = 1000000`],
  [
    4,
    'an order has more than one successful payment',
    () => another('payments.payments', `status = 'SUCCEEDED'`, { id: 'pay_other' }),
  ],
  [
    4,
    'an order and its payment tell different stories',
    () => `update orders.orders set status = 'PAID' where id = '${order()}'`,
  ],
  [5, 'stock does not add up, or is negative', () => `update catalog.stock_levels set on_hand = on_hand + 1`],
  [5, 'stock does not add up, or is negative', () => `update catalog.stock_levels set reserved = on_hand + 1`],
  [
    5,
    'a product stands on another shelf than its own',
    () => `update catalog.product_prices set in_stock = not in_stock`,
  ],
  [
    5,
    'lists count other products than are for sale',
    () => `update catalog.listing_counts set products = products + 1`,
  ],
  [
    5,
    'an order has sold other quantities than it took from stock',
    () => `update catalog.reservation_lines set quantity = quantity + 1 where order_id = '${world.paid.id}'`,
  ],
  [6, 'reserved stock and the reservations disagree', () => `update catalog.stock_levels set reserved = reserved + 1`],
  [
    6,
    'a reservation is held for no order that waits for its payment',
    () => `update orders.orders set status = 'CANCELLED' where id = '${order()}'`,
  ],
  [
    7,
    'a coupon was claimed more often than its total or its limit allows, or the count is off',
    () => `update marketing.coupons set claimed = total + 1`,
  ],
  [
    7,
    'a coupon was claimed more often than its total or its limit allows, or the count is off',
    () => `update marketing.coupon_holders set per_user_limit = 0`,
  ],
  [
    7,
    'a redeemed coupon does not belong to exactly one order',
    () => `update marketing.user_coupons set status = 'REDEEMED'`,
  ],
  [
    7,
    'a coupon is redeemed for an order that is not there, or was cancelled',
    () =>
      `insert into marketing.redemptions (tenant_id, order_id, user_coupon_id, redeemed_at) select tenant_id, 'ord_none', id, now() from marketing.user_coupons`,
  ],
  [
    8,
    'a cart became more than one order',
    () => another('orders.orders', 'true', { id: 'ord_other', number: 'other' }),
  ],
  [10, 'a saga or a job has not ended', () => `update dbos.workflow_status set status = 'PENDING'`],
  [
    10,
    'a saga that failed left a payment without an order',
    () => another('payments.payments', 'true', { id: 'pay_other', order_id: 'ord_none', status: 'PENDING' }),
  ],
  [
    10,
    'an order stays unpaid beyond its time',
    () => `update orders.orders set pay_by = pay_by - interval '1 day' where status = 'PENDING_PAYMENT'`,
  ],
  [11, 'an order does not add up', () => `update orders.orders set total_minor = total_minor + 1`],
  [11, 'an order does not add up', () => `update orders.order_lines set quantity = quantity + 1`],
  [12, 'a shipment belongs to no order of its tenant', () => `update logistics.shipments set order_id = 'ord_none'`],
  [12, 'a row refers across tenants', () => `update users.users set tenant_id = 'other'`],
];
const ROOMS = ['users', 'catalog', 'orders', 'payments', 'logistics', 'marketing', 'search'];
const EVENT = `(event_id, tenant_id, type, payload, occurred_at) values ('evt_1', 'demo', 'orders.order-paid.v1', '{}', now())`;
const IN_ROOMS: readonly Breakage[] = ROOMS.flatMap((room): Breakage[] => [
  [
    12,
    `the audit chain of ${room} is broken`,
    () => `insert into ${room}.audit_log (tenant_id, position, previous_hash, hash, entry)
           values ('demo', 1000, 'none', 'none', '{}')`,
  ],
  [9, `an event of ${room} was not delivered`, () => `insert into ${room}.outbox ${EVENT}`],
  [9, `an event was not processed by ${room}`, () => `insert into ${room}.inbox ${EVENT}`],
  [
    12,
    `a history of ${room} has a gap`,
    () => `insert into ${room}.transitions (tenant_id, entity_id, from_state, to_state, actor, occurred_at)
           values ('demo', 'ord_1', null, 'HERE', 'us', now()), ('demo', 'ord_1', 'THERE', 'GONE', 'us', now())`,
  ],
]);

describe('the checker of invariants', () => {
  it('given a shop in full swing, finds nothing', async () => {
    expect(await violationsIn(client, agora.clock.now())).toEqual([]);
  });

  it.each([...BREAKAGES, ...IN_ROOMS])('invariant %i: finds that %s', async (invariant, what, sql) => {
    expect(await brokenBy(sql())).toContainEqual({ invariant, what, rows: expect.anything() });
  });

  it('has no check that was never seen to fail', () => {
    const broken = new Set([...BREAKAGES, ...IN_ROOMS].map(([, what]) => what));
    expect(CHECKS.map(({ what }) => what).filter((what) => !broken.has(what))).toEqual([]);
  });

  it('covers all twelve', () => {
    const covered = new Set([...BREAKAGES, ...IN_ROOMS].map(([invariant]) => invariant));
    expect([...covered].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});
