import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { findViolations } from '../../../test/faults/invariants';
import { DAY } from '../../../platform/kernel/clock';
import { migrateHouse } from '../../../platform/subgraph/house';
import { admin, createDatabase, otherTenant, startTestHouse, type TestHouse } from '../../../test/story/house';
import { subgraphs } from '../../../subgraphs';
import { orderMachine } from '../../../subgraphs/orders/domain/order.machine';
import { paymentMachine } from '../../../subgraphs/payments/domain/payment.machine';
import { refundMachine } from '../../../subgraphs/payments/domain/refund.machine';
import { shipmentMachine } from '../../../subgraphs/logistics/domain/shipment.machine';
import { seedShop, ShopNotEmpty, type SeedOptions } from '../shop';

const NOW = new Date('2026-01-01T00:00:00Z');
const measure = { products: 60, orders: 40, users: 30, seed: 42, now: NOW, accounts: true, tenant: 'demo' };

type Where = { databaseUrl: string };

const seed = ({ databaseUrl }: Where, options: Partial<SeedOptions> = {}) =>
  seedShop({ ...measure, databaseUrl: () => databaseUrl, ...options });

async function query<Row extends object>({ databaseUrl }: Where, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const TABLES = `select n.nspname as room, c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and n.nspname = any($1) and c.relname <> all('{signing_keys,sessions,refresh_tokens}') order by 1, 2`;

/** What each table holds of a shop, as one line each. Where rows stand in a table is no matter. */
async function fingerprints(where: Where, tenant = 'demo'): Promise<string[]> {
  const rooms = subgraphs.map(({ name }) => name);
  const tables = await query<{ room: string; table: string }>(where, TABLES, [rooms]);
  const lines: string[] = [];
  for (const { room, table } of tables) {
    const rows = await query<{ row: string }>(
      where,
      `select (to_jsonb(t) - 'tenant_id' - 'position')::text as row from "${room}"."${table}" t where tenant_id = $1 order by 1`,
      [tenant],
    );
    const digest = createHash('sha256')
      .update(rows.map(({ row }) => row).join('\n'))
      .digest('hex');
    lines.push(`${room}.${table} ${rows.length} ${digest}`);
  }
  return lines;
}

const statesOf = async (house: TestHouse, table: string) =>
  (await query<{ status: string }>(house, `select distinct status from ${table}`))
    .map(({ status }) => status)
    .toSorted();

let house: TestHouse;
beforeAll(async () => {
  house = await startTestHouse(subgraphs);
  await seed(house);
});
afterAll(() => house.stop());

test('a seeded shop breaks none of the invariants', async () => {
  expect(await findViolations(house.databaseUrl, NOW)).toEqual([]);
});

test('the same seed makes the same rows in another database, ids included', async () => {
  const { url, drop } = await createDatabase();
  await migrateHouse(subgraphs, () => url);
  await seed({ databaseUrl: url });
  expect(await fingerprints({ databaseUrl: url })).toEqual(await fingerprints(house));
  await drop();
});

test('every state that something can be in is there', async () => {
  const states = (machine: { states: object }) => Object.keys(machine.states).toSorted();
  expect(await statesOf(house, 'orders.orders')).toEqual(states(orderMachine));
  expect(await statesOf(house, 'payments.payments')).toEqual(states(paymentMachine));
  expect(await statesOf(house, 'payments.refunds')).toEqual(states(refundMachine));
  expect(await statesOf(house, 'logistics.shipments')).toEqual(states(shipmentMachine));
});

test('what the rooms count by themselves is what a count of the rows says', async () => {
  const wrong = await query(
    house,
    `select 'sold' as what, p.id from catalog.products p
      where sold <> (select sum(s.sold) from catalog.stock_levels s where s.product_id = p.id)
     union all
     select 'rating', p.id from catalog.products p
      where rating_sum <> (select coalesce(sum(stars), 0) from catalog.reviews r where r.product_id = p.id)
         or rating_count <> (select count(*) from catalog.reviews r where r.product_id = p.id)
     union all
     select 'category', c.id from catalog.categories c
      where product_count <> (select count(*) from catalog.products p where c.id in (p.department_id, p.section_id, p.category_id))
     union all
     select 'search', p.id from catalog.products p
      where not exists (select from search.products s where s.id = p.id and s.units_sold = p.sold and s.in_stock = p.in_stock)
     union all
     select 'updates', o.id from orders.orders o
      where last_update <> (select count(*) from orders.order_updates u where u.order_id = o.id)`,
  );
  expect(wrong).toEqual([]);
});

test('given a seeded shop, when its rooms are asked, then they answer', async () => {
  const { data: list } = await house.execute(
    'catalog',
    '{ products(first: 5, filter: { inStock: true }) { totalCount nodes { name description priceRange { min { amount } } variants { sku available } } } }',
  );
  expect(list.products.totalCount).toBeGreaterThan(40);
  const { data: found } = await house.execute(
    'search',
    'query ($q: String!) { searchProducts(query: $q, first: 5) { totalCount } }',
    {
      q: 'laptop',
    },
  );
  expect(found.searchProducts.totalCount).toBeGreaterThan(0);
  const { data: orders } = await house.execute(
    'orders',
    '{ orders(first: 50) { totalCount nodes { status history { to } } } }',
    {},
    admin(),
  );
  expect(orders.orders.totalCount).toBe(measure.orders);
  const { data: books } = await house.execute('payments', '{ ledger { balanced } }', {}, admin());
  expect(books.ledger.balanced).toBe(true);
});

const SIGN_IN =
  'mutation ($input: SignInInput!) { signIn(input: $input) { session { user { roles } } userErrors { code } } }';

test('the accounts of the demo can be signed in with', async () => {
  const { data } = await house.execute('users', SIGN_IN, {
    input: { email: 'staff@agora.test', password: 'agora-demo-1' },
  });
  expect(data.signIn).toEqual({ session: { user: { roles: ['BUYER', 'STAFF'] } }, userErrors: [] });
});

const other = otherTenant.id;

test('given a shop without accounts, then nobody in it can be signed in with the known password', async () => {
  await seed(house, { accounts: false, tenant: other, seed: 7 });
  const [someone] = await query<{ email: string }>(house, 'select email from users.users where tenant_id = $1', [
    other,
  ]);
  const input = { email: someone?.email, password: 'agora-demo-1' };
  const { data } = await house.execute('users', SIGN_IN, { input }, { tenant: other });
  expect(data.signIn.userErrors).toEqual([expect.objectContaining({ code: 'INVALID_CREDENTIALS' })]);
  const accounts = `select 1 from users.users where tenant_id = $1 and (email like '%@agora.test' or roles <> '{BUYER}')`;
  expect(await query(house, accounts, [other])).toEqual([]);
  expect(await findViolations(house.databaseUrl, NOW)).toEqual([]);
});

test('a shop that has products is left as it is, unless it is to be emptied first', async () => {
  const before = await fingerprints(house, other);
  await expect(seed(house, { tenant: other })).rejects.toThrow(ShopNotEmpty);
  expect(await fingerprints(house, other)).toEqual(before);
  await seed(house, { tenant: other, reset: true });
  expect(await fingerprints(house, other)).not.toEqual(before);
  await seed(house, { accounts: false, tenant: other, seed: 7, reset: true });
  expect(await fingerprints(house, other)).toEqual(before);
  expect(await findViolations(house.databaseUrl, NOW)).toEqual([]);
});

const JOBS = [
  'orders.expire-unpaid-orders',
  'orders.confirm-receipt',
  'payments.expire-payments',
  'payments.pay-unpaid-refunds',
];

test('given a seeded shop, when days pass, then its jobs find everything as they would have left it', async () => {
  house.clock.advance(9 * DAY);
  for (const job of JOBS) await house.runJob(job);
  await house.settle();
  const left = await statesOf(house, 'orders.orders');
  expect(left).not.toContain('PENDING_PAYMENT');
  expect(left).not.toContain('DELIVERED');
  expect(await statesOf(house, 'payments.refunds')).not.toContain('APPROVED');
  expect(await findViolations(house.databaseUrl, house.clock.now())).toEqual([]);
});
