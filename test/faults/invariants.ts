import { Client } from 'pg';
import { brokenLinks } from '../../platform/audit/chain';
import { referencesAcrossTenants } from './references';

/** What was found wrong: which of the twelve invariants, and the rows that break it. */
export type Violation = { invariant: number; what: string; rows: unknown[] };

type Check = { invariant: number; what: string; sql: string };

/** Checks within one room's schema. Each statement selects what must not be there. */
const WITHIN_ROOMS: Check[] = [
  {
    invariant: 1,
    what: 'a journal entry does not balance per currency',
    sql: `select tenant_id, entry_id, currency, sum(amount) from payments.postings group by 1, 2, 3 having sum(amount) <> 0`,
  },
  {
    invariant: 2,
    what: 'captured minus refunded, the cash account and the provider disagree',
    sql: `
      with captured as (select tenant_id, currency, sum(captured) - sum(refunded) as balance from payments.payments group by 1, 2),
           cash as (select tenant_id, currency, sum(amount) as balance from payments.postings where account = 'cash' group by 1, 2),
           provider as (select tenant_id, currency, sum(amount) filter (where outcome = 'SUCCEEDED') - sum(refunded) as balance
                          from payments.simulated_charges group by 1, 2)
      select *, cash.balance as cash, provider.balance as provider
        from cash full join provider using (tenant_id, currency) full join captured using (tenant_id, currency)
       where coalesce(cash.balance, 0) <> coalesce(provider.balance, 0)
          or coalesce(captured.balance, 0) <> coalesce(cash.balance, 0)`,
  },
  {
    invariant: 3,
    what: 'the refunds of a payment exceed what was captured',
    sql: `select p.tenant_id, p.id, p.captured, sum(r.amount) from payments.payments p
            join payments.refunds r on (r.tenant_id, r.payment_id) = (p.tenant_id, p.id)
           where r.status not in ('REJECTED', 'FAILED') group by 1, 2, 3 having sum(r.amount) > p.captured`,
  },
  {
    invariant: 4,
    what: 'an order has more than one successful payment',
    sql: `select tenant_id, order_id from payments.payments
           where status in ('SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED') group by 1, 2 having count(*) > 1`,
  },
  {
    invariant: 5,
    what: 'stock does not add up, or is negative',
    sql: `select * from catalog.stock_levels
           where on_hand <> received - sold + returned or least(on_hand, reserved, on_hand - reserved) < 0`,
  },
  {
    invariant: 5,
    what: 'a product stands on another shelf than its own',
    sql: `
      select r.tenant_id, r.product_id, r.currency from catalog.product_prices r
        join catalog.products p on (p.tenant_id, p.id) = (r.tenant_id, r.product_id)
        join catalog.categories c on (c.tenant_id, c.id) = (p.tenant_id, p.category_id)
       where r.in_stock <> p.in_stock
          or r.shelf is distinct from case when p.archived_at is null then array_to_string(c.ancestor_ids || c.id, '/') end`,
  },
  {
    invariant: 5,
    what: 'lists count other products than are for sale',
    sql: `
      with listed as (select tenant_id, currency, shelf, in_stock, count(*) as products from catalog.product_prices
                       where shelf is not null group by 1, 2, 3, 4)
      select * from catalog.listing_counts kept full join listed using (tenant_id, currency, shelf, in_stock)
       where coalesce(kept.products, 0) <> coalesce(listed.products, 0)`,
  },
  {
    invariant: 6,
    what: 'reserved stock and the reservations disagree',
    sql: `
      with held as (select l.tenant_id, l.variant_id, sum(l.quantity) as quantity from catalog.reservation_lines l
                      join catalog.reservations r on (r.tenant_id, r.id) = (l.tenant_id, l.order_id)
                     where r.status = 'HELD' group by 1, 2)
      select * from catalog.stock_levels s full join held using (tenant_id, variant_id)
       where coalesce(s.reserved, 0) <> coalesce(held.quantity, 0)`,
  },
  {
    invariant: 7,
    what: 'a coupon was claimed more often than its total or its limit allows, or the count is off',
    sql: `
      select c.tenant_id, c.id, c.total, c.claimed, count(u.id) from marketing.coupons c
        left join marketing.user_coupons u on (u.tenant_id, u.coupon_id) = (c.tenant_id, c.id)
       group by c.tenant_id, c.id, c.total, c.claimed having c.claimed > c.total or count(u.id) <> c.claimed
      union all
      select h.tenant_id, h.coupon_id, h.per_user_limit, h.claimed, count(u.id) from marketing.coupon_holders h
        left join marketing.user_coupons u on (u.tenant_id, u.coupon_id, u.user_id) = (h.tenant_id, h.coupon_id, h.user_id)
       group by h.tenant_id, h.coupon_id, h.user_id, h.per_user_limit, h.claimed
      having h.claimed > h.per_user_limit or count(u.id) <> h.claimed`,
  },
  {
    invariant: 7,
    what: 'a redeemed coupon does not belong to exactly one order',
    sql: `
      select u.tenant_id, u.id, u.status, count(r.order_id) from marketing.user_coupons u
        left join marketing.redemptions r on (r.tenant_id, r.user_coupon_id) = (u.tenant_id, u.id) and r.returned_at is null
       group by 1, 2, 3 having count(r.order_id) <> case when u.status = 'REDEEMED' then 1 else 0 end`,
  },
  {
    invariant: 10,
    what: 'a saga or a job has not ended',
    sql: `select workflow_uuid, name, status from dbos.workflow_status where status in ('PENDING', 'ENQUEUED')`,
  },
  {
    invariant: 11,
    what: 'an order does not add up',
    sql: `
      select o.tenant_id, o.id from orders.orders o
        join (select tenant_id, order_id, sum(quantity * unit_price_minor) as subtotal, sum(discount_minor) as discount
                from orders.order_lines group by 1, 2) l on (l.tenant_id, l.order_id) = (o.tenant_id, o.id)
       where o.total_minor <> o.subtotal_minor - o.discount_minor + o.tax_minor + o.shipping_minor
          or o.subtotal_minor <> l.subtotal or o.discount_minor <> l.discount`,
  },
];

const ROOMS = ['users', 'catalog', 'orders', 'payments', 'logistics', 'marketing', 'search'];

/** The same checks in every room. */
const inEveryRoom = (room: string): Check[] => [
  { invariant: 9, what: `an event of ${room} was not delivered`, sql: `select event_id, type from ${room}.outbox` },
  {
    invariant: 9,
    what: `an event was not processed by ${room}`,
    sql: `select event_id, type, attempts, failure from ${room}.inbox where processed_at is null`,
  },
  {
    invariant: 12,
    what: `a history of ${room} has a gap`,
    sql: `
      select * from (select tenant_id, entity_id, from_state, lag(to_state) over (partition by tenant_id, entity_id order by position) as before
                       from ${room}.transitions) steps where from_state is distinct from before`,
  },
  { invariant: 12, what: `the audit chain of ${room} is broken`, sql: brokenLinks(room) },
];

/** Checks across rooms. In production no statement crosses schemas; a checker that looks on from outside may. */
const ACROSS_ROOMS: Check[] = [
  {
    invariant: 8,
    what: 'a cart became more than one order',
    sql: `select tenant_id, cart_id from orders.orders group by 1, 2 having count(*) > 1`,
  },
  {
    invariant: 6,
    what: 'a reservation is held for no order that waits for its payment',
    sql: `select r.tenant_id, r.id from catalog.reservations r
            left join orders.orders o on (o.tenant_id, o.id) = (r.tenant_id, r.id)
           where r.status = 'HELD' and o.status is distinct from 'PENDING_PAYMENT'`,
  },
  {
    invariant: 10,
    what: 'a saga that failed left a payment without an order',
    sql: `select p.tenant_id, p.id, p.status from payments.payments p
            left join orders.orders o on (o.tenant_id, o.id) = (p.tenant_id, p.order_id)
           where o.id is null and p.status <> 'CANCELLED'`,
  },
  {
    invariant: 7,
    what: 'a coupon is redeemed for an order that is not there, or was cancelled',
    sql: `select r.tenant_id, r.order_id from marketing.redemptions r
            left join orders.orders o on (o.tenant_id, o.id) = (r.tenant_id, r.order_id)
           where r.redeemed_at is not null and r.returned_at is null and coalesce(o.status, 'CANCELLED') = 'CANCELLED'`,
  },
  {
    invariant: 4,
    what: 'an order and its payment tell different stories',
    sql: `select o.tenant_id, o.id, o.status, p.status as payment from orders.orders o
            left join payments.payments p on (p.tenant_id, p.order_id) = (o.tenant_id, o.id)
           where p.amount is distinct from o.total_minor
              or (o.status in ('PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED')
                  and p.status not in ('SUCCEEDED', 'PARTIALLY_REFUNDED'))
              or (o.status = 'REFUNDED' and p.status <> 'REFUNDED')
              or (o.status = 'CANCELLED' and p.status not in ('CANCELLED', 'EXPIRED'))
              or (o.status = 'PENDING_PAYMENT' and p.status not in ('PENDING', 'FAILED'))`,
  },
  {
    invariant: 5,
    what: 'an order has sold other quantities than it took from stock',
    sql: `
      with ordered as (select o.tenant_id, o.id, l.variant_id, sum(l.quantity) as quantity from orders.orders o
                         join orders.order_lines l on (l.tenant_id, l.order_id) = (o.tenant_id, o.id)
                        where o.status not in ('PENDING_PAYMENT', 'CANCELLED') group by 1, 2, 3),
           taken as (select l.tenant_id, l.order_id as id, l.variant_id, sum(l.quantity) as quantity from catalog.reservation_lines l
                       join catalog.reservations r on (r.tenant_id, r.id) = (l.tenant_id, l.order_id)
                      where r.status not in ('HELD', 'RELEASED') group by 1, 2, 3)
      select * from ordered full join taken using (tenant_id, id, variant_id)
       where ordered.quantity is distinct from taken.quantity`,
  },
  {
    invariant: 10,
    what: 'an order stays unpaid beyond its time',
    sql: `select tenant_id, id, pay_by from orders.orders where status = 'PENDING_PAYMENT' and pay_by < $1::timestamptz - interval '2 minutes'`,
  },
  {
    invariant: 12,
    what: 'a shipment belongs to no order of its tenant',
    sql: `select s.tenant_id, s.id from logistics.shipments s
            left join orders.orders o on (o.tenant_id, o.id) = (s.tenant_id, s.order_id) where o.id is null`,
  },
];

/** All but the references across tenants. */
export const CHECKS: readonly Check[] = [...WITHIN_ROOMS, ...ROOMS.flatMap(inEveryRoom), ...ACROSS_ROOMS];

/** The same over a connection that is open already, as the database stands for it. */
export async function violationsIn(client: Client, now: Date): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const { invariant, what, sql } of CHECKS) {
    const { rows } = await client.query(sql, sql.includes('$1') ? [now] : []);
    if (rows.length > 0) found.push({ invariant, what, rows: rows.slice(0, 5) });
  }
  const foreign = await referencesAcrossTenants(client);
  if (foreign.length > 0) found.push({ invariant: 12, what: 'a row refers across tenants', rows: foreign.slice(0, 5) });
  return found;
}

/**
 * Looks for violations of the invariants in a system at rest, with a login that sees every tenant.
 * @param now the time by the system's own clock
 */
export async function findViolations(databaseUrl: string, now: Date): Promise<Violation[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // All rooms at one moment: a job that runs between two statements would make them disagree.
    await client.query('begin isolation level repeatable read read only');
    return await violationsIn(client, now);
  } finally {
    await client.end();
  }
}
