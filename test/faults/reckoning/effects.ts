import type { Target } from '../target';

/** An effect that has come twice. */
export type Twice = { readonly what: string; readonly rows: readonly unknown[] };

/** States that an entity comes to once in its life, by what changes them. */
const onceEach = (room: string) =>
  `select entity_id, to_state from ${room}.transitions where to_state <> 'PARTIALLY_REFUNDED'
    group by tenant_id, entity_id, to_state having count(*) > 1`;

/** Each statement selects what is there more than once, and must not be. */
export const EFFECTS: Readonly<Record<string, string>> = {
  'a charge or a refund is booked twice': `select kind, reference from payments.journal_entries
    group by tenant_id, kind, reference having count(*) > 1`,
  'a payment was charged twice by the provider': `select payment_id from payments.simulated_charges
    where outcome = 'SUCCEEDED' group by tenant_id, payment_id having count(*) > 1`,
  'a payment has come to a state twice': onceEach('payments'),
  'an order has come to a state twice': onceEach('orders'),
  'a reservation has come to a state twice': onceEach('catalog'),
  'a paid order has more than one shipment': `select order_id from logistics.shipments
    group by tenant_id, order_id having count(*) > 1`,
  'somebody was told the same twice': `select user_id, kind, subject_id from marketing.notifications
    group by tenant_id, user_id, kind, subject_id having count(*) > 1`,
  'an update of an order was told of twice': `select o.id, o.last_update, count(u.sequence) from orders.orders o
    join orders.order_updates u on (u.tenant_id, u.order_id) = (o.tenant_id, o.id)
    group by o.id, o.last_update having o.last_update <> count(u.sequence)`,
  'search counts other sales than there were': `
    with sold as (select l.product_id, sum(l.quantity) as units from orders.order_lines l
                   where exists (select from orders.transitions t where (t.tenant_id, t.entity_id) = (l.tenant_id, l.order_id)
                                   and t.to_state = 'PAID') group by 1)
    select p.id, p.units_sold, sold.units from search.products p left join sold on sold.product_id = p.id
     where p.units_sold <> coalesce(sold.units, 0)`,
};

/** Effects that came twice, in a system at rest. */
export async function findTwice({ sql }: Pick<Target, 'sql'>): Promise<Twice[]> {
  const found: Twice[] = [];
  for (const [what, text] of Object.entries(EFFECTS)) {
    const rows = await sql(text);
    if (rows.length > 0) found.push({ what, rows: rows.slice(0, 5) });
  }
  return found;
}
