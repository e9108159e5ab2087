import type { Acknowledged, Wish, Writes } from '../buyers/writes';
import type { Target } from '../target';

type Database = Pick<Target, 'sql'>;

/** An acknowledged write of which there is nothing to be found. */
export type Lost = { readonly kind: Wish['kind']; readonly id: string; readonly what: string };

type Search = { readonly what: string; readonly sql: string };

/** Statements that answer which of the ids given are there as they were acknowledged. */
const THERE: Record<Wish['kind'], Search> = {
  cart: { what: 'the cart is gone', sql: `select id from orders.carts where id = any($1)` },
  order: { what: 'the order is gone', sql: `select id from orders.orders where id = any($1)` },
  payment: {
    what: 'the provider knows of no attempt',
    sql: `select payment_id as id from payments.simulated_charges where payment_id = any($1)`,
  },
  cancellation: {
    what: 'the order is not cancelled',
    sql: `select id from orders.orders where id = any($1) and status = 'CANCELLED'`,
  },
  refund: { what: 'the refund is gone', sql: `select id from payments.refunds where id = any($1)` },
  approval: {
    what: 'the refund was not agreed to',
    sql: `select id from payments.refunds where id = any($1) and status in ('APPROVED', 'SUCCEEDED')`,
  },
  claim: { what: 'the coupon is gone', sql: `select id from marketing.user_coupons where id = any($1)` },
};

/** What an acknowledgement said of states, which must have been true at some time. */
const STATES = `select entity_id as id, to_state as state from payments.transitions where entity_id = any($1)
  union all select entity_id, to_state from orders.transitions where entity_id = any($1)`;

const TOTALS = `select id, (total_minor / 100.0)::numeric(20, 2)::text as total from orders.orders where id = any($1)`;

async function missing({ sql }: Database, kind: Wish['kind'], writes: readonly Acknowledged[]): Promise<Lost[]> {
  const { what, sql: text } = THERE[kind];
  const ids = writes.filter(({ wish }) => wish.kind === kind).map(({ id }) => id);
  const there = new Set((await sql<{ id: string }>(text, [ids])).map(({ id }) => id));
  return ids.filter((id) => !there.has(id)).map((id) => ({ kind, id, what }));
}

async function untrueStates({ sql }: Database, writes: readonly Acknowledged[]): Promise<Lost[]> {
  const told = writes.flatMap(({ wish: { kind }, id, payload }) => {
    const state = kind === 'payment' ? payload.payment.status : kind === 'order' ? payload.order.status : undefined;
    return state === undefined ? [] : [{ kind, id, state: state as string }];
  });
  const rows = await sql<{ id: string; state: string }>(STATES, [told.map(({ id }) => id)]);
  const lived = new Set(rows.map(({ id, state }) => `${id} ${state}`));
  const untrue = told.filter(({ id, state }) => !lived.has(`${id} ${state}`));
  return untrue.map(({ kind, id, state }) => ({ kind, id, what: `it was said to be ${state}, and never was` }));
}

async function otherTotals({ sql }: Database, writes: readonly Acknowledged[]): Promise<Lost[]> {
  const told = new Map(writes.flatMap(({ wish, id, payload }) => (wish.kind === 'order' ? [[id, payload.order]] : [])));
  const rows = await sql<{ id: string; total: string }>(TOTALS, [[...told.keys()]]);
  const other = rows.filter(({ id, total }) => told.get(id).total.amount !== total);
  return other.map(({ id, total }) => ({ kind: 'order', id, what: `its total has become ${total}` }));
}

/** Orders of carts whose only wish to be ordered was said to have been taken back. */
async function notUndone({ sql }: Database, undone: readonly Wish[]): Promise<Lost[]> {
  const carts = undone.flatMap(({ kind, variables }) =>
    kind === 'order' ? [(variables as { input: { cartId: string } }).input.cartId] : [],
  );
  const rows = await sql<{ id: string }>(`select id from orders.orders where cart_id = any($1)`, [carts]);
  return rows.map(({ id }) => ({ kind: 'order', id, what: 'it was said that nothing of it stays' }));
}

/** What was acknowledged and is lost, and what was said to be undone and is there. */
export async function findLost(
  target: Database,
  { acknowledged: writes, undone }: Pick<Writes, 'acknowledged' | 'undone'>,
): Promise<Lost[]> {
  const found: Lost[] = [];
  for (const kind of Object.keys(THERE) as Wish['kind'][]) found.push(...(await missing(target, kind, writes)));
  return [
    ...found,
    ...(await untrueStates(target, writes)),
    ...(await otherTotals(target, writes)),
    ...(await notUndone(target, [...undone])),
  ];
}
