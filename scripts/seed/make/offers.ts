import { DAY } from '../../../platform/kernel/clock';
import { codeFrom, type SeedCode, type SeedCoupon, type SeedPromotion } from '../../../subgraphs/marketing/data/seed';
import type { SeedProduct } from '../../../subgraphs/catalog/data/seed';
import type { NewId } from '../ids';
import type { Random } from '../random';

type Terms = Pick<SeedCoupon, 'name' | 'kind' | 'issue' | 'value' | 'total'> &
  Partial<Pick<SeedCoupon, 'thresholdMinor' | 'currencyCode' | 'perUserLimit' | 'validDays'>> & {
    /** Days from now on; null has no end. */
    runs: readonly [from: number, to: number | null];
  };

const COUPONS: readonly Terms[] = [
  {
    name: 'Welcome: 10 % off your first order',
    kind: 'PERCENT_OFF',
    issue: 'AUTO',
    value: 1000,
    total: 1_000_000,
    validDays: 60,
    runs: [-120, null],
  },
  {
    name: '$15 off orders of $100',
    kind: 'AMOUNT_OFF',
    issue: 'CLAIM',
    value: 1500,
    thresholdMinor: 10_000,
    currencyCode: 'USD',
    total: 5000,
    perUserLimit: 2,
    runs: [-90, 45],
  },
  {
    name: '10 € ab 80 €',
    kind: 'AMOUNT_OFF',
    issue: 'CLAIM',
    value: 1000,
    thresholdMinor: 8000,
    currencyCode: 'EUR',
    total: 5000,
    perUserLimit: 2,
    runs: [-90, 45],
  },
  {
    name: 'Autumn clearance: 20 % off',
    kind: 'PERCENT_OFF',
    issue: 'CLAIM',
    value: 2000,
    total: 2000,
    runs: [-80, -20],
  },
  {
    name: 'Flash deal: $40 off, sold out',
    kind: 'AMOUNT_OFF',
    issue: 'CLAIM',
    value: 4000,
    thresholdMinor: 15_000,
    currencyCode: 'USD',
    total: 3,
    runs: [-30, 30],
  },
  {
    name: '$10 gift card',
    kind: 'CASH',
    issue: 'EXCHANGE_CODE',
    value: 1000,
    currencyCode: 'USD',
    total: 200,
    perUserLimit: 5,
    validDays: 365,
    runs: [-90, null],
  },
  {
    name: 'Cheapest item on us, up to $30',
    kind: 'GIFT',
    issue: 'CLAIM',
    value: 3000,
    thresholdMinor: 5000,
    currencyCode: 'USD',
    total: 500,
    runs: [-45, 20],
  },
  { name: 'Winter opening: 25 % off', kind: 'PERCENT_OFF', issue: 'CLAIM', value: 2500, total: 1000, runs: [14, 44] },
  {
    name: '15 % off everything',
    kind: 'PERCENT_OFF',
    issue: 'CLAIM',
    value: 1500,
    total: 10_000,
    perUserLimit: 3,
    validDays: 30,
    runs: [-60, 60],
  },
];

const CODES = 24;

const dayFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY);

/** Coupons of every kind: running, ended, sold out, not started. */
export function makeCoupons(newId: NewId, now: Date): SeedCoupon[] {
  return COUPONS.map(({ runs: [from, to], ...terms }, index) => {
    const createdAt = new Date(Math.min(dayFrom(now, from).getTime(), now.getTime()) - DAY + index);
    return {
      thresholdMinor: null,
      currencyCode: null,
      perUserLimit: 1,
      validDays: null,
      ...terms,
      id: newId('cpn', createdAt),
      startsAt: dayFrom(now, from),
      endsAt: to === null ? null : dayFrom(now, to),
      createdAt,
    };
  });
}

/** Codes of the coupons that are given for one; nobody has used them yet. */
export const makeCodes = (coupons: readonly SeedCoupon[], newId: NewId): SeedCode[] =>
  coupons
    .filter(({ issue }) => issue === 'EXCHANGE_CODE')
    .flatMap(({ id, createdAt }) =>
      Array.from({ length: CODES }, () => ({
        code: codeFrom(newId('cpn', createdAt)),
        couponId: id,
        usedBy: null,
        usedAt: null,
        createdAt,
      })),
    );

type Campaign = Pick<SeedPromotion, 'name' | 'kind' | 'value'> & {
  currencyCode?: string;
  share: number;
  runs: readonly [number, number | null];
  endedAt?: number;
};

const CAMPAIGNS: readonly Campaign[] = [
  { name: 'Weekend price: 12 % off', kind: 'PERCENT_OFF', value: 1200, share: 0.08, runs: [-40, 10] },
  {
    name: '$5 off, while it lasts',
    kind: 'AMOUNT_OFF',
    value: 500,
    currencyCode: 'USD',
    share: 0.05,
    runs: [-60, null],
  },
  { name: 'Last season: 30 % off', kind: 'PERCENT_OFF', value: 3000, share: 0.05, runs: [-85, -15] },
  { name: 'Early bird: 8 % off', kind: 'PERCENT_OFF', value: 800, share: 0.05, runs: [7, 21] },
  { name: 'Cut short: 50 % off', kind: 'PERCENT_OFF', value: 5000, share: 0.02, runs: [-20, 40], endedAt: -18 },
];
const MOST_PRODUCTS = 100;

export const makePromotions = (
  random: Random,
  newId: NewId,
  pool: readonly SeedProduct[],
  now: Date,
): SeedPromotion[] =>
  CAMPAIGNS.map(({ share, runs: [from, to], endedAt, currencyCode, ...terms }) => {
    const createdAt = dayFrom(now, Math.min(from, 0) - 1);
    const count = Math.min(MOST_PRODUCTS, Math.max(1, Math.round(pool.length * share)));
    return {
      ...terms,
      currencyCode: currencyCode ?? null,
      id: newId('prm', createdAt),
      startsAt: dayFrom(now, from),
      endsAt: to === null ? null : dayFrom(now, to),
      endedAt: endedAt === undefined ? null : dayFrom(now, endedAt),
      createdAt,
      productIds: random.sample(pool, count).map(({ id }) => id),
    };
  });

/** Those that ran at a time, by product. */
export function runningAt(promotions: readonly SeedPromotion[], at: Date): (productId: string) => SeedPromotion[] {
  const running = promotions.filter(
    ({ startsAt, endsAt, endedAt }) =>
      startsAt <= at &&
      (endsAt?.getTime() ?? Infinity) > at.getTime() &&
      (endedAt?.getTime() ?? Infinity) > at.getTime(),
  );
  return (productId) => running.filter(({ productIds }) => productIds.includes(productId));
}
