import { invalidInput } from '../../../platform/kernel/errors';

/** 31 signs, a prime number of them, and none that is taken for another: no I, O, U, 0, 1. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';
const BODY = 14;
const SHAPE = new RegExp(`^[${SIGNS}]{${BODY + 1}}$`);
const BASE = BigInt(SIGNS.length);

// Every place has a weight of its own, from 1 to 15. As 31 is prime, the sum tells every single wrong sign and every two
// that were swapped.
const weigh = (text: string): number =>
  text.split('').reduce((sum, sign, index) => sum + (BODY + 1 - index) * SIGNS.indexOf(sign), 0);

/**
 * A carrier-like number: 14 signs out of `entropy` (at least 72 random bits, so that nobody guesses one), then a check
 * sign. Knowing it is the right to follow the parcel.
 */
export function trackingNumber(entropy: bigint): string {
  let body = '';
  for (let rest = entropy; body.length < BODY; rest /= BASE) body += SIGNS[Number(rest % BASE)];
  const check = (SIGNS.length - (weigh(body) % SIGNS.length)) % SIGNS.length;
  return body + SIGNS[check];
}

/** Reads a number as people write it, in small letters or in groups; null when it cannot be one. */
export function parseTrackingNumber(text: string): string | null {
  const number = text.replaceAll(/[\s-]/g, '').toUpperCase();
  return SHAPE.test(number) && weigh(number) % SIGNS.length === 0 ? number : null;
}

/** @throws INVALID_INPUT, an error of the query */
export function trackingNumberArgument(text: string): string {
  const number = parseTrackingNumber(text);
  if (number === null) throw invalidInput('trackingNumber is not a tracking number of this shop.', ['trackingNumber']);
  return number;
}
