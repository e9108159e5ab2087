import { isCountry } from '../../../platform/kernel/address';
import { MINUTE } from '../../../platform/kernel/clock';
import { inputAmount, invalid } from '../../../platform/kernel/input';
import type { Money } from '../../../platform/kernel/money';
import { type Area, normalPostalCode, REST_OF_WORLD } from './zones';

const CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;
const SCAN_SKEW = 5 * MINUTE;
const EARLIEST = Date.parse('2000-01-01T00:00:00Z');
const LATEST = Date.parse('2200-01-01T00:00:00Z');
export const MAX_DAYS = 365;
export const MAX_GRAMS = 10_000_000;
export const MAX_INTERVAL_MS = 60_000;
// A million of a currency's main units and three decimals: no delivery costs more, and no sum of it overflows.
const MAX_MINOR = 1_000_000_000;

export const isDays = (min: number, max: number): boolean => min >= 0 && min <= max && max <= MAX_DAYS;

/** A time that shops live in; others are typing errors, and some no calendar knows. */
export const isInstant = (at: Date): boolean => at.getTime() >= EARLIEST && at.getTime() < LATEST;
/** A scan tells of what has happened; clocks of carriers may be a little ahead. */
export const isScanTime = (at: Date, now: Date): boolean => isInstant(at) && at.getTime() <= now.getTime() + SCAN_SKEW;

/** Reads a zone's area; null when it is none. */
export function parseArea(input: { countryCode: string; postalPrefix?: string | null }): Area | null {
  const countryCode = input.countryCode.trim().toUpperCase();
  const postalPrefix = normalPostalCode(input.postalPrefix ?? '');
  if (postalPrefix === null) return null;
  if (countryCode === REST_OF_WORLD) return postalPrefix === '' ? { countryCode, postalPrefix } : null;
  return isCountry(countryCode) ? { countryCode, postalPrefix } : null;
}

/** @throws Refusal INVALID_INPUT */
export function inputCode(code: string, field: string): string {
  if (!CODE.test(code)) throw invalid('Use 1 to 40 of a-z, 0-9 and dashes, and no dash first.', field);
  return code;
}

/** @throws Refusal INVALID_INPUT */
export function inputPrice({ amount, currencyCode }: { amount: string; currencyCode: string }, field: string): Money {
  const price = inputAmount(amount, currencyCode, field, 'amount');
  if (price.minor > MAX_MINOR) throw invalid('No delivery costs as much.', field, 'amount');
  return price;
}
