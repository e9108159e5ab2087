import { DAY } from '../../../platform/kernel/clock';
import { money } from '../../../platform/kernel/money';
import { trackingNumberOf, type SeedShipment } from '../../../subgraphs/logistics/data/seed';
import type { Message, SeedNotice, SeedRedemption } from '../../../subgraphs/marketing/data/seed';
import type { SeedPayment } from '../../../subgraphs/payments/data/seed';
import { idsFrom } from '../ids';
import type { Order } from '../make/orders';
import type { Person } from '../make/people';
import { randomOf } from '../random';
import { isWholeRefund } from './orders';

type Told = { userId: string; subjectId: string; orderId: string | null; at: Date; message: Message };

/** The coupon that an order has used; what was given back stays on record. */
export const redemptionOf = ({ id, coupon, time }: Order): SeedRedemption[] =>
  coupon
    ? [{ orderId: id, userCouponId: coupon.id, redeemedAt: time.placedAt, returnedAt: time.closed?.at ?? null }]
    : [];

function* toldOfOrder(
  order: Order,
  shipment: SeedShipment | undefined,
): Generator<[at: Date | null | undefined, message: Message]> {
  const { time, prices, buyer } = order;
  const number = `A-${order.count}`;
  const total = money(prices.totals.total, buyer.currency);
  yield [time.placedAt, { kind: 'ORDER_PLACED', number, total }];
  yield [time.closed?.at, { kind: 'ORDER_CANCELLED', number }];
  yield [time.paidAt, { kind: 'ORDER_PAID', number, total }];
  const trackingNumber = shipment ? trackingNumberOf(shipment) : '';
  yield [time.dispatchedAt, { kind: 'ORDER_SHIPPED', number, trackingNumber }];
  yield [time.deliveredAt, { kind: 'ORDER_DELIVERED', number }];
  yield [isWholeRefund(order) ? time.refund?.settledAt : null, { kind: 'ORDER_REFUNDED', number }];
}

const toldOfRefunds = ({ buyerId, orderId, currency, refunds }: SeedPayment): Told[] =>
  refunds.flatMap(({ id, amount, happened }) => {
    const last = happened.at(-1);
    if (last?.event !== 'succeed') return [];
    const message: Message = { kind: 'REFUND_SUCCEEDED', amount: money(amount, currency) };
    return [{ userId: buyerId, subjectId: id, orderId, at: last.at, message }];
  });

const toldOf = (order: Order, shipment: SeedShipment | undefined): Told[] =>
  [...toldOfOrder(order, shipment)].flatMap(([at, message]): Told[] =>
    at ? [{ userId: order.buyer.id, subjectId: order.id, orderId: order.id, at, message }] : [],
  );

const welcome = ({ id, displayName, createdAt }: Person): Told => ({
  userId: id,
  subjectId: id,
  orderId: null,
  at: createdAt,
  message: { kind: 'WELCOME', displayName },
});

/** Puts what users were told into the order of time. Most of what is older than a week was read. */
export function openMailboxes(seed: string, people: readonly Person[], now: Date) {
  const random = randomOf(`${seed}/notices`);
  const newId = idsFrom(random);
  const positions = new Map<string, number>();
  let waiting = people.map(welcome);

  function deliver(told: Told): SeedNotice {
    const position = (positions.get(told.userId) ?? 0) + 1;
    positions.set(told.userId, position);
    const isOld = now.getTime() - told.at.getTime() > 7 * DAY;
    const readAt = isOld && random.chance(0.8) ? new Date(told.at.getTime() + random.int(60_000, DAY)) : null;
    return { ...told, id: newId('ntf', told.at), position, readAt };
  }

  return {
    add(order: Order, shipment: SeedShipment | undefined, payment: SeedPayment): void {
      waiting.push(...toldOf(order, shipment), ...toldOfRefunds(payment));
    },
    /** All that was told before a time; nothing of that time may be added afterwards. */
    before(time: Date): SeedNotice[] {
      const due = waiting.filter(({ at }) => at < time);
      waiting = waiting.filter(({ at }) => at >= time);
      return due.toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(deliver);
    },
    positions: (): ReadonlyMap<string, number> => positions,
  };
}
