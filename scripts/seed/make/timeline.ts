import { DAY, HOUR, MINUTE, SECOND } from '../../../platform/kernel/clock';
import type { Random } from '../random';
import { PACE, type Outcome, type RefundFate, type Scenario, type Stage } from './scenarios';

/** When the things of an order happened; null is what did not. */
export type Timeline = {
  placedAt: Date;
  payBy: Date;
  attempts: { at: Date; outcome: Outcome }[];
  closed: { event: 'cancel' | 'expire'; at: Date; reason: string } | null;
  paidAt: Date | null;
  dispatchedAt: Date | null;
  inTransitAt: Date | null;
  outForDeliveryAt: Date | null;
  deliveredAt: Date | null;
  returnedAt: Date | null;
  confirmed: { at: Date; byBuyer: boolean } | null;
  refund: {
    requestedAt: Date;
    decidedAt: Date | null;
    settledAt: Date | null;
    fate: RefundFate;
    automatic: boolean;
  } | null;
};

const TIME_TO_PAY = 15 * MINUTE;
/** Who has not paid yet has until the day after tomorrow begins, so that the shop does not open with orders that expire. */
const PATIENCE = 2 * DAY;
const SETTLEMENT = 2 * SECOND;
const CANCELLED = ['Found it elsewhere.', 'Ordered the wrong size.', 'It is no longer needed.'] as const;
const EXPIRED = 'It was not paid in time.';

const later = (at: Date, milliseconds: number) => new Date(at.getTime() + Math.round(milliseconds));
const STAGES: readonly Stage[] = [
  'UNPAID',
  'PAID',
  'DISPATCHED',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'DELIVERED',
  'COMPLETED',
];

function attemptsOf(random: Random, { attempts }: Scenario, placedAt: Date): Timeline['attempts'] {
  let at = placedAt;
  return attempts.map((outcome) => {
    at = later(at, random.int(...PACE.attempt));
    return { at, outcome };
  });
}

function closedOf(random: Random, { closed }: Scenario, placedAt: Date): Timeline['closed'] {
  if (closed === 'cancel') {
    return { event: 'cancel', at: later(placedAt, random.int(...PACE.cancel)), reason: random.pick(CANCELLED) };
  }
  return closed ? { event: 'expire', at: later(placedAt, TIME_TO_PAY + 90 * SECOND), reason: EXPIRED } : null;
}

function wayOf(random: Random, { stage }: Scenario, paidAt: Date) {
  const reaches = (other: Stage) => STAGES.indexOf(stage) >= STAGES.indexOf(other);
  const dispatchedAt = later(paidAt, random.int(...PACE.dispatch));
  const journey = random.int(...PACE.delivery);
  const deliveredAt = later(dispatchedAt, journey);
  const byBuyer = random.chance(0.6);
  const confirmedAt = later(deliveredAt, byBuyer ? random.int(...PACE.confirm) : 7 * DAY);
  return {
    dispatchedAt: reaches('DISPATCHED') ? dispatchedAt : null,
    inTransitAt: reaches('IN_TRANSIT') ? later(dispatchedAt, random.int(...PACE.transit)) : null,
    outForDeliveryAt: reaches('OUT_FOR_DELIVERY') ? later(dispatchedAt, journey / 2) : null,
    deliveredAt: reaches('DELIVERED') ? deliveredAt : null,
    confirmed: reaches('COMPLETED') ? { at: confirmedAt, byBuyer } : null,
  };
}
const NO_WAY = { dispatchedAt: null, inTransitAt: null, outForDeliveryAt: null, deliveredAt: null, confirmed: null };

function refundOf({ refund }: Scenario, since: Date): Timeline['refund'] {
  if (!refund) return null;
  const { fate, requested, decided } = refund;
  const decidedAt = decided === undefined ? null : later(since, decided);
  const settles = fate === 'SUCCEEDED' || fate === 'FAILED';
  const settledAt = decidedAt && settles ? later(decidedAt, SETTLEMENT) : null;
  return { requestedAt: later(since, requested), decidedAt, settledAt, fate, automatic: false };
}

/** A charge for an order that was given up is paid back at once. */
function paidBackAtOnce(at: Date): Timeline['refund'] {
  return { requestedAt: at, decidedAt: null, settledAt: later(at, SETTLEMENT), fate: 'SUCCEEDED', automatic: true };
}

/** When an order of a scenario was placed, in milliseconds. Whole seconds: histories are read by people. */
export function placedIn(random: Random, { placed: [from, to] }: Scenario, now: Date): number {
  return now.getTime() - random.int((from * DAY) / SECOND, (to * DAY) / SECOND) * SECOND;
}

/** Plays a scenario from a time on. */
export function playScenario(random: Random, scenario: Scenario, placedAt: Date, now: Date): Timeline {
  const attempts = attemptsOf(random, scenario, placedAt);
  const closed = closedOf(random, scenario, placedAt);
  const isOpen = scenario.stage === 'UNPAID' && !closed;
  const payBy = isOpen ? later(now, PATIENCE) : later(placedAt, TIME_TO_PAY);
  const lateAt = scenario.late && closed ? later(closed.at, 3 * MINUTE) : null;
  const paidAt = attempts.find(({ outcome }) => outcome === 'SUCCEEDED')?.at ?? null;
  const way = paidAt ? wayOf(random, scenario, paidAt) : NO_WAY;
  const last = way.confirmed?.at ?? way.deliveredAt ?? way.inTransitAt ?? paidAt ?? placedAt;
  return {
    placedAt,
    payBy,
    closed,
    paidAt,
    ...way,
    attempts: lateAt ? [...attempts, { at: lateAt, outcome: 'SUCCEEDED' }] : attempts,
    returnedAt: scenario.returned && way.inTransitAt ? later(way.inTransitAt, 4 * DAY + 3 * HOUR) : null,
    refund: lateAt ? paidBackAtOnce(lateAt) : refundOf(scenario, last),
  };
}
