import { invalid } from '../../../platform/kernel/input';
import { type Money, toDecimal } from '../../../platform/kernel/money';

/** The longest name of a coupon or a promotion. */
export const LONGEST_NAME = 200;

/** Dates before it are typing errors, and years of two digits are read back as others. */
const EARLIEST = new Date('1970-01-01T00:00:00Z');

/** More than 0 up to 100 percent, with at most two decimals, as basis points. @throws Refusal INVALID_INPUT */
export function parsePercent(value: string, field: string): number {
  const [, sign, whole = '', fraction = ''] = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(value) ?? [];
  if (fraction.length > 2) throw invalid('A percentage has at most two decimals.', field);
  const basisPoints = whole.length > 3 ? Infinity : Number(whole + fraction.padEnd(2, '0'));
  if (sign === '-' || basisPoints <= 0 || basisPoints > 10_000) {
    throw invalid('A percentage is more than 0 and at most 100.', field);
  }
  return basisPoints;
}

/** 1250 basis points as `12.5`. */
export const toPercent = (basisPoints: number): string => String(basisPoints / 100);

/** @param currency null only for an amount of 0, which needs none */
export const toAmount = (minor: number, currency: string | null): string =>
  currency === null ? String(minor) : toDecimal({ minor, currency });

/** `USD 50.00`, for a sentence. */
export const say = (amount: Money): string => `${amount.currency} ${toDecimal(amount)}`;

/** @throws Refusal INVALID_INPUT */
export function parsePeriod(startsAt: Date, endsAt: Date | null): { startsAt: Date; endsAt: Date | null } {
  for (const [field, date] of Object.entries({ startsAt, endsAt })) {
    if (date && date < EARLIEST) throw invalid(`${field} must not lie before 1970.`, field);
  }
  if (endsAt && endsAt <= startsAt) throw invalid('endsAt must be after startsAt.', 'endsAt');
  return { startsAt, endsAt };
}

/** @throws Refusal INVALID_INPUT when the shop does not sell in this currency */
export function parseCurrency(code: string | null, currencies: readonly [string, ...string[]]): string {
  const currency = code ?? currencies[0];
  if (currencies.includes(currency)) return currency;
  throw invalid(`This shop sells in ${currencies.join(', ')}, not in ${currency}.`, 'currencyCode');
}
