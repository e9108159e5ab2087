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

/** Which coupons orders have used; what was given back stays on record. */
export const redemptionsOf = (orders: readonly Order[]): SeedRedemption[] =>
  orders.flatMap(({ id, coupon, time }) =>
    coupon
      ? [{ orderId: id, userCouponId: coupon.id, redeemedAt: time.placedAt, returnedAt: time.closed?.at ?? null }]
      : [],
  );

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

const welcome = ({ id, displayName, createdAt }: Person): Told => ({
  userId: id,
  subjectId: id,
  orderId: null,
  at: createdAt,
  message: { kind: 'WELCOME', displayName },
});

export type Tellable = {
  orders: readonly Order[];
  shipments: readonly SeedShipment[];
  payments: readonly SeedPayment[];
  people: readonly Person[];
};

/** What users were told, in the order of time. Most of what is older than a week was read. */
export function makeNotices(seed: string, { orders, shipments, payments, people }: Tellable, now: Date): SeedNotice[] {
  const random = randomOf(`${seed}/notices`);
  const newId = idsFrom(random);
  const shipmentOf = new Map(shipments.map((shipment) => [shipment.orderId, shipment]));
  const ofOrders = orders.flatMap((order) =>
    [...toldOfOrder(order, shipmentOf.get(order.id))].flatMap(([at, message]): Told[] =>
      at ? [{ userId: order.buyer.id, subjectId: order.id, orderId: order.id, at, message }] : [],
    ),
  );
  const told = [...people.map(welcome), ...ofOrders, ...payments.flatMap(toldOfRefunds)];
  return told
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map((each) => {
      const isOld = now.getTime() - each.at.getTime() > 7 * DAY;
      const readAt = isOld && random.chance(0.8) ? new Date(each.at.getTime() + random.int(60_000, DAY)) : null;
      return { ...each, id: newId('ntf', each.at), readAt };
    });
}
