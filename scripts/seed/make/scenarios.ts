import { DAY, HOUR, MINUTE, SECOND } from '../../../platform/kernel/clock';

/** How far an order has come. */
export type Stage = 'UNPAID' | 'PAID' | 'DISPATCHED' | 'IN_TRANSIT' | 'OUT_FOR_DELIVERY' | 'DELIVERED' | 'COMPLETED';
export type Outcome = 'DECLINED' | 'TIMED_OUT' | 'SUCCEEDED';

/** What became of a buyer's wish to have money back. */
export type RefundFate = 'REQUESTED' | 'APPROVED' | 'REJECTED' | 'SUCCEEDED' | 'FAILED';
export type RefundPlan = {
  /** Of what was paid; null is all of it. */
  share: number | null;
  fate: RefundFate;
  reason: string;
  /** After the order has reached its stage. */
  requested: number;
  decided?: number;
};

export type Scenario = {
  name: string;
  weight: number;
  /** Days before now in which it was placed: long enough ago for all that has happened since. */
  placed: readonly [number, number];
  stage: Stage;
  /** The bank's answers, in turn. */
  attempts: readonly Outcome[];
  /** How an order that was not paid has ended. */
  closed?: 'cancel' | 'expire';
  /** The bank has charged for it after all, too late. */
  late?: boolean;
  /** The carrier has brought the parcel back. */
  returned?: boolean;
  refund?: RefundPlan;
};

const paid = ['SUCCEEDED'] as const;
const whole = (reason: string, requested: number, decided: number): RefundPlan => ({
  share: null,
  fate: 'SUCCEEDED',
  reason,
  requested,
  decided,
});

/** Every state of an order, of its payment, its refunds and its parcel comes about by one of these. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'delivered', weight: 10, placed: [4.5, 7], stage: 'DELIVERED', attempts: paid },
  { name: 'paid', weight: 7, placed: [0.1, 1], stage: 'PAID', attempts: paid },
  { name: 'in transit', weight: 5, placed: [2, 3], stage: 'IN_TRANSIT', attempts: paid },
  { name: 'completed', weight: 40, placed: [12, 90], stage: 'COMPLETED', attempts: paid },
  { name: 'unpaid', weight: 3, placed: [0.01, 0.1], stage: 'UNPAID', attempts: [] },
  { name: 'cancelled', weight: 4, placed: [2, 90], stage: 'UNPAID', attempts: [], closed: 'cancel' },
  {
    name: 'refunded before dispatch',
    weight: 3,
    placed: [5, 90],
    stage: 'PAID',
    attempts: paid,
    refund: whole('Ordered by mistake.', 2 * HOUR, 5 * HOUR),
  },
  {
    name: 'partially refunded',
    weight: 4,
    placed: [15, 90],
    stage: 'COMPLETED',
    attempts: paid,
    refund: {
      share: 0.2,
      fate: 'SUCCEEDED',
      reason: 'A scratch on the case.',
      requested: 5 * HOUR,
      decided: 20 * HOUR,
    },
  },
  { name: 'declined', weight: 3, placed: [0.01, 0.1], stage: 'UNPAID', attempts: ['DECLINED'] },
  { name: 'expired', weight: 4, placed: [2, 90], stage: 'UNPAID', attempts: ['TIMED_OUT'], closed: 'expire' },
  { name: 'dispatched', weight: 3, placed: [1.7, 2.2], stage: 'DISPATCHED', attempts: paid },
  {
    name: 'out for delivery',
    weight: 3,
    placed: [2.7, 3.3],
    stage: 'OUT_FOR_DELIVERY',
    attempts: ['DECLINED', 'SUCCEEDED'],
  },
  {
    name: 'refund requested',
    weight: 2,
    placed: [5, 7],
    stage: 'DELIVERED',
    attempts: paid,
    refund: { share: 0.5, fate: 'REQUESTED', reason: 'One of the parts is missing.', requested: 6 * HOUR },
  },
  {
    name: 'refund approved',
    weight: 1,
    placed: [16, 40],
    stage: 'COMPLETED',
    attempts: paid,
    refund: {
      share: 0.3,
      fate: 'APPROVED',
      reason: 'The box was opened before.',
      requested: 4 * HOUR,
      decided: 9 * HOUR,
    },
  },
  {
    name: 'refund rejected',
    weight: 2,
    placed: [20, 90],
    stage: 'COMPLETED',
    attempts: paid,
    refund: {
      share: null,
      fate: 'REJECTED',
      reason: 'I have changed my mind after a month.',
      requested: 26 * HOUR,
      decided: 2 * DAY,
    },
  },
  {
    name: 'refund failed',
    weight: 1,
    placed: [20, 90],
    stage: 'COMPLETED',
    attempts: ['TIMED_OUT', 'SUCCEEDED'],
    refund: { share: 0.4, fate: 'FAILED', reason: 'It arrived damaged.', requested: 3 * HOUR, decided: 8 * HOUR },
  },
  {
    name: 'refunded after delivery',
    weight: 3,
    placed: [14, 90],
    stage: 'DELIVERED',
    attempts: paid,
    refund: whole('It does not fit.', DAY, 2 * DAY),
  },
  {
    name: 'returned to sender',
    weight: 1,
    placed: [20, 90],
    stage: 'IN_TRANSIT',
    attempts: paid,
    returned: true,
    refund: whole('The parcel could not be delivered.', 5 * DAY, 6 * DAY),
  },
  { name: 'charged too late', weight: 1, placed: [3, 90], stage: 'UNPAID', attempts: [], closed: 'expire', late: true },
];

/** The days of a small shop's history; what is over may have been placed at any time of it. */
const FEW_DAYS = 90;
const MOST_DAYS = 365;
/** Orders a day from which on a history is longer instead of denser. */
const BUSY_DAY = 3000;
/** Orders that are under way at a time in the busiest shop: those of its last week. */
const MOST_OPEN = 20_000;

const isOver = ({ placed }: Scenario) => placed[1] === FEW_DAYS;
const weightOf = (scenarios: readonly Scenario[]) => scenarios.reduce((sum, { weight }) => sum + weight, 0);

/** What becomes of the orders of a shop that has had so many: in a large one most are long over. */
export function scenariosOf(orders: number): Scenario[] {
  const days = Math.min(MOST_DAYS, Math.max(FEW_DAYS, Math.round(orders / BUSY_DAY)));
  const open = weightOf(SCENARIOS.filter((scenario) => !isOver(scenario))) / weightOf(SCENARIOS);
  const share = Math.min(1, MOST_OPEN / (open * Math.max(1, orders)));
  return SCENARIOS.map((scenario) =>
    isOver(scenario)
      ? { ...scenario, placed: [scenario.placed[0], days] }
      : { ...scenario, weight: scenario.weight * share },
  );
}

/** Of these the demo's buyer has one each: something to review, to wait for, to follow, to look back on, to pay. */
export const OF_THE_DEMO_BUYER = 8;

/** How long each step takes, at least and at most. The longest way to a stage is shorter than its orders are old. */
export const PACE = {
  attempt: [40 * SECOND, 4 * MINUTE],
  cancel: [5 * MINUTE, 13 * MINUTE],
  dispatch: [12 * HOUR, 30 * HOUR],
  transit: [3 * HOUR, 8 * HOUR],
  delivery: [24 * HOUR, 58 * HOUR],
  confirm: [DAY, 7 * DAY],
} as const satisfies Record<string, readonly [number, number]>;
