import { isReconciled, type Posting } from '../../subgraphs/payments/domain/ledger';
import type { Shop } from './shop';

type End = {
  readonly reservation: readonly string[];
  readonly payment: readonly string[];
  readonly usesCoupon: boolean;
  readonly shipment: readonly (string | null)[];
};

const KEPT = { reservation: ['SOLD'], payment: ['SUCCEEDED'], usesCoupon: true };

/** What an order comes to in the other rooms, by its state. */
const ENDS: Readonly<Record<string, End>> = {
  PAID: { ...KEPT, shipment: ['PENDING'] },
  SHIPPED: { ...KEPT, shipment: ['DISPATCHED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY'] },
  DELIVERED: { ...KEPT, shipment: ['DELIVERED'] },
  REFUNDED: {
    // Released: the recall came before the news of the payment.
    reservation: ['RESTOCKED', 'RELEASED', 'SOLD'],
    payment: ['REFUNDED'],
    usesCoupon: true,
    shipment: ['RETURNED', 'DISPATCHED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED'],
  },
  CANCELLED: { reservation: ['RELEASED'], payment: ['CANCELLED', 'EXPIRED'], usesCoupon: false, shipment: [null] },
};
/** Of an order that was never opened. */
const NEVER: End = { reservation: ['RELEASED'], payment: ['CANCELLED'], usesCoupon: false, shipment: [null] };

const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);

/** Whatever is wrong with what a shop has come to: nothing, or sentences. */
export function violations(shop: Shop): string[] {
  return [...endings(shop), ...orders(shop), ...stock(shop), ...money(shop), ...coupons(shop), ...carts(shop)];
}

function* endings({ failures, outcomes, unexpected }: Shop) {
  for (const failure of failures()) yield `a saga cannot go on: ${String(failure)}`;
  for (const { id, outcome } of outcomes()) if (!outcome) yield `${id} has not ended`;
  for (const error of unexpected()) yield `nothing explains: ${String(error)}`;
}

/** Invariants 4, 6 and 10: an order, its payment and its goods tell the same. */
function* orders(shop: Shop) {
  const rows = shop.orders.rows();
  const ids = new Set([
    ...rows.orders.keys(),
    ...shop.catalog.rows().reservations.keys(),
    ...[...shop.payments.rows().payments.values()].map(({ orderId }) => orderId),
    ...shop.marketing.rows().redemptions.keys(),
  ]);
  for (const id of ids) {
    const order = rows.orders.get(id);
    const end = order ? ENDS[order.status] : NEVER;
    if (!end) {
      yield `${id} stays ${order?.status}`;
      continue;
    }
    const held = shop.catalog.rows().reservations.get(id)?.status ?? 'RELEASED';
    if (!end.reservation.includes(held)) yield `${id} is ${order?.status ?? 'never opened'}, and its goods are ${held}`;
    const paid = [...shop.payments.rows().payments.values()].find(({ orderId }) => orderId === id)?.status;
    if (paid && !end.payment.includes(paid))
      yield `${id} is ${order?.status ?? 'never opened'}, and its payment ${paid}`;
    if (order && !paid) yield `${id} has no payment`;
    const shipment =
      [...shop.logistics.rows().shipments.values()].find(({ orderId }) => orderId === id)?.status ?? null;
    if (!end.shipment.includes(shipment))
      yield `${id} is ${order?.status ?? 'never opened'}, and its parcel ${shipment}`;
    const stays = shipment === 'RETURNED';
    if (shipment !== null && stays !== (held !== 'SOLD'))
      yield `${id}: its goods are ${held}, and its parcel ${shipment}`;
  }
  for (const order of rows.orders.values()) {
    const { subtotalMinor, discountMinor, taxMinor, shippingMinor, totalMinor } = order;
    if (totalMinor !== subtotalMinor - discountMinor + taxMinor + shippingMinor) yield `${order.id} does not add up`;
    const told = rows.outbox.filter(({ payload }) => (payload as { orderId: string }).orderId === order.id);
    const types = told.map(({ type }) => type);
    if (new Set(types).size !== types.length) yield `${order.id} tells twice of something: ${types.join(', ')}`;
    if (!types.includes('orders.order-placed.v1')) yield `${order.id} was never told of`;
    if ((order.status === 'CANCELLED') !== types.includes('orders.order-cancelled.v1'))
      yield `${order.id} is ${order.status}, and tells otherwise`;
  }
}

/** Invariant 5. */
function* stock(shop: Shop) {
  const { stock: levels, reservations, lines } = shop.catalog.rows();
  for (const [id, { onHand, received, sold, returned, reserved }] of levels) {
    if (onHand !== received - sold + returned) yield `${id}: on hand ${onHand} is not what came in and went out`;
    if (onHand - reserved < 0) yield `${id} is promised more often than it is there`;
    const held = [...reservations.values()].filter(({ status }) => status === 'HELD');
    const wanted = held.flatMap((each) => lines.get(each.id) ?? []).filter(({ variantId }) => variantId === id);
    if (sum(wanted.map(({ quantity }) => quantity)) !== reserved) yield `${id}: ${reserved} are reserved for nobody`;
  }
}

/** Invariants 1 to 3. */
function* money(shop: Shop) {
  const { payments, refunds, entries, charges } = shop.payments.rows();
  const postings = [...entries.values()].flatMap((entry) => entry.postings);
  if (sum(postings.map(({ amount }) => amount)) !== 0) yield 'the ledger does not balance';
  const cash: Posting = {
    account: 'cash',
    currency: 'USD',
    amount: sum(postings.filter(({ account }) => account === 'cash').map(({ amount }) => amount)),
  };
  const minor = sum([...charges.values()].map((charge) => charge.amount.minor - charge.refunded));
  if (!isReconciled([cash], [{ minor, currency: 'USD' }])) yield `the books say ${cash.amount}, the provider ${minor}`;
  const left = sum([...payments.values()].map(({ captured, refunded }) => captured - refunded));
  if (left !== minor) yield `payments keep ${left}, the provider ${minor}`;
  for (const { id, status } of refunds.values())
    if (status !== 'SUCCEEDED' && status !== 'REQUESTED') yield `${id} stays ${status}`;
  for (const { id, status, captured, refunded } of payments.values())
    if (captured !== refunded && status !== 'SUCCEEDED') yield `${id} is ${status}, and keeps ${captured - refunded}`;
}

/** Invariant 7. */
function* coupons(shop: Shop) {
  const { user_coupons: held, redemptions } = shop.marketing.rows();
  for (const { id, status } of held.values()) {
    const uses = [...redemptions.values()].filter((each) => each.userCouponId === id && each.returnedAt === null);
    const live = uses.filter(({ orderId }) => {
      const order = shop.orders.rows().orders.get(orderId);
      return order && ENDS[order.status]?.usesCoupon;
    });
    if (uses.length !== live.length) yield `${id} is used for what is no order`;
    if (live.length !== (status === 'REDEEMED' ? 1 : 0)) yield `${id} is ${status} and used for ${live.length} orders`;
  }
}

/** A cart belongs to the one order that was made of it; invariant 8. */
function* carts(shop: Shop) {
  const { carts: all, orders: opened } = shop.orders.rows();
  for (const cart of all.values()) {
    const made = [...opened.values()].filter(({ cartId }) => cartId === cart.id);
    if (made.length > 1) yield `${cart.id} was ordered ${made.length} times`;
    if ((made[0]?.id ?? null) !== cart.orderId) yield `${cart.id} is kept for ${cart.orderId ?? 'nobody'}`;
    if (made[0] && made[0].totalMinor !== cart.priced?.totals.total) yield `${cart.id} was priced otherwise`;
  }
}
