import { randomBytes } from 'node:crypto';
import { invalidInput } from './errors';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SHAPE = /^([a-z]{2,5})_[0-9a-hjkmnp-tv-z]{26}$/;

function base32(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest >>= 5n) text = ALPHABET[Number(rest & 31n)] + text;
  return text;
}

/**
 * A type-prefixed identifier, `ord_01j…`: 48 bits of milliseconds, then 80 random bits, in Crockford base 32.
 * Ordered by time, so that indexes grow at one end; unguessable, so that knowing one id tells no other.
 * Source: the ULID specification.
 */
export function newId(prefix: string, now: Date): string {
  return `${prefix}_${base32(BigInt(now.getTime()), 10)}${base32(BigInt(`0x${randomBytes(10).toString('hex')}`), 16)}`;
}

export const isId = (prefix: string, value: string): boolean => SHAPE.exec(value)?.[1] === prefix;

/** @throws INVALID_INPUT when `value` is not an id of this type. An id of the right shape may still be unknown. */
export function parseId(prefix: string, value: string, field: string): string {
  if (!isId(prefix, value)) throw invalidInput(`${field} is not an id of the form ${prefix}_….`, [field]);
  return value;
}
