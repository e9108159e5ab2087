import { inputAmount, inputNumber, inputText, invalid } from '../../../platform/kernel/input';
import { LONGEST_NAME, parseCurrency, parsePercent, parsePeriod } from './offer';

export type CouponKind = 'AMOUNT_OFF' | 'PERCENT_OFF' | 'CASH' | 'GIFT';
export type CouponIssue = 'CLAIM' | 'AUTO' | 'EXCHANGE_CODE';

/** What staff asks for. */
export type CouponDraft = {
  readonly name: string;
  readonly kind: CouponKind;
  readonly value: string;
  readonly threshold?: string | null;
  readonly total: number;
  readonly perUserLimit?: number | null;
  readonly validDays?: number | null;
  readonly startsAt?: Date | null;
  readonly endsAt?: Date | null;
  readonly issue?: CouponIssue | null;
  readonly currencyCode?: string | null;
};

/** A coupon's rules as they are kept; `value` is basis points for PERCENT_OFF, else minor units. */
export type CouponTerms = {
  readonly name: string;
  readonly kind: CouponKind;
  readonly issue: CouponIssue;
  readonly value: number;
  readonly thresholdMinor: number | null;
  readonly currencyCode: string | null;
  readonly total: number;
  readonly perUserLimit: number;
  readonly validDays: number | null;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
};

/** Enough for every customer of any shop, and far from where a count in Postgres ends. */
const MAX_TOTAL = 100_000_000;

function parseValue({ kind, value }: CouponDraft, currency: string): number {
  if (kind === 'PERCENT_OFF') return parsePercent(value, 'value');
  const amount = inputAmount(value, currency, 'value').minor;
  if (amount === 0 && kind !== 'GIFT') throw invalid('value must be more than 0.', 'value');
  return amount;
}

function parseThreshold({ kind, threshold }: CouponDraft, currency: string): number | null {
  const amount = threshold == null ? 0 : inputAmount(threshold, currency, 'threshold').minor;
  if (amount > 0 && kind === 'CASH') throw invalid('A CASH coupon has no threshold; take AMOUNT_OFF.', 'threshold');
  return amount === 0 ? null : amount;
}

/** @throws Refusal INVALID_INPUT */
export function parseCoupon(draft: CouponDraft, now: Date, currencies: readonly [string, ...string[]]): CouponTerms {
  const { kind, validDays } = draft;
  const currency = parseCurrency(draft.currencyCode ?? null, currencies);
  const value = parseValue(draft, currency);
  const thresholdMinor = parseThreshold(draft, currency);
  const hasAmount = thresholdMinor !== null || (kind !== 'PERCENT_OFF' && value > 0);
  return {
    name: inputText(draft.name, LONGEST_NAME, 'name'),
    kind,
    issue: draft.issue ?? 'CLAIM',
    value,
    thresholdMinor,
    currencyCode: hasAmount ? currency : null,
    total: inputNumber(draft.total, 1, MAX_TOTAL, 'total'),
    perUserLimit: inputNumber(draft.perUserLimit ?? 1, 1, 1000, 'perUserLimit'),
    validDays: validDays == null ? null : inputNumber(validDays, 1, 3650, 'validDays'),
    ...parsePeriod(draft.startsAt ?? now, draft.endsAt ?? null),
  };
}

export type CouponProblemCode =
  'NOT_STARTED' | 'ENDED' | 'SOLD_OUT' | 'LIMIT_REACHED' | 'ILLEGAL_STATE' | 'INVALID_INPUT' | 'NOT_FOUND';
export type CouponProblem = { readonly code: CouponProblemCode; readonly message: string };

/** Whether the time is right, for giving out as for using. */
export function outOfTime(
  { startsAt, endsAt }: Pick<CouponTerms, 'startsAt' | 'endsAt'>,
  now: Date,
): CouponProblem | null {
  if (now < startsAt) return { code: 'NOT_STARTED', message: `This coupon starts at ${startsAt.toISOString()}.` };
  if (endsAt && now >= endsAt) return { code: 'ENDED', message: 'This coupon has ended.' };
  return null;
}

/** Why a coupon was not given out. What is left when time and stock are right is the user's own limit. */
export function whyNotIssued(coupon: CouponTerms & { readonly claimed: number }, now: Date): CouponProblem {
  const late = outOfTime(coupon, now);
  if (late) return late;
  if (coupon.claimed >= coupon.total) return { code: 'SOLD_OUT', message: 'All of these coupons have been given out.' };
  return {
    code: 'LIMIT_REACHED',
    message: `You have had as many of this coupon as one may have: ${coupon.perUserLimit}.`,
  };
}
