import type { SeedPayment, SeedRefund } from '../../../subgraphs/payments/data/seed';
import { idsFrom, type NewId } from '../ids';
import type { Order } from '../make/orders';
import { randomOf, type Random } from '../random';

const PROVIDER = 'service:payments';
const LATE = 'The charge came when the payment was expired.';
const REJECTED = 'It was asked for more than two weeks after the delivery.';
const FAILED = 'The charge has less left than is to be paid back.';

const hex = (random: Random) => Buffer.from(random.bytes(20)).toString('hex');

function decisionsOf({ time: { refund } }: Order, staff: string): SeedRefund['happened'] {
  if (!refund) return [];
  const { fate, decidedAt, settledAt } = refund;
  if (fate === 'REJECTED' && decidedAt) return [{ event: 'reject', at: decidedAt, actor: staff, reason: REJECTED }];
  const approved = decidedAt ? [{ event: 'approve' as const, at: decidedAt, actor: staff }] : [];
  if (!settledAt) return approved;
  return fate === 'FAILED'
    ? [...approved, { event: 'fail', at: settledAt, actor: PROVIDER, reason: FAILED }]
    : [...approved, { event: 'succeed', at: settledAt, actor: PROVIDER }];
}

function refundsOf(order: Order, newId: NewId, staff: string): SeedRefund[] {
  const { refund } = order.time;
  if (!refund) return [];
  const { total } = order.prices.totals;
  const share = order.scenario.refund?.share ?? null;
  return [
    {
      id: newId('ref', refund.requestedAt),
      entryId: newId('jrn', refund.settledAt ?? refund.requestedAt),
      amount: share === null ? total : Math.max(1, Math.round(total * share)),
      reason: refund.automatic ? LATE : (order.scenario.refund?.reason ?? ''),
      requestedAt: refund.requestedAt,
      automatic: refund.automatic,
      happened: decisionsOf(order, staff),
    },
  ];
}

/** The payments' part of an order. @param staff who decides on refunds */
export function toPayment(order: Order, staff: string): SeedPayment {
  const { id, paymentId, buyer, time, prices } = order;
  const random = randomOf(`${paymentId}/attempts`);
  const newId = idsFrom(random);
  const actor = time.closed?.event === 'expire' ? PROVIDER : 'service:orders';
  return {
    id: paymentId,
    orderId: id,
    buyerId: buyer.id,
    currency: buyer.currency,
    amount: prices.totals.total,
    createdAt: time.placedAt,
    expiresAt: time.payBy,
    attempts: time.attempts.map(({ at, outcome }) => ({
      chargeId: newId('chg', at),
      eventId: newId('evt', at),
      entryId: newId('jrn', at),
      key: hex(random),
      outcome,
      at,
    })),
    closed: time.closed && { ...time.closed, actor },
    refunds: refundsOf(order, newId, staff),
  };
}
