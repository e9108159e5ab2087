import { randomFillSync } from 'node:crypto';
import { invalidInput } from './errors';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SHAPE = /^([a-z]{2,5})_[0-9a-hjkmnp-tv-z]{26}$/;

function time(milliseconds: number): string {
  let text = '';
  for (let rest = milliseconds; text.length < 10; rest = Math.floor(rest / 32)) text = ALPHABET[rest % 32] + text;
  return text;
}

// Drawn for many ids at once: a call for each would cost as much as all the rest of an id.
const drawn = new Uint8Array(16 * 256);
let next = drawn.length;

function chance(): string {
  if (next === drawn.length) {
    randomFillSync(drawn);
    next = 0;
  }
  let text = '';
  for (const end = next + 16; next < end; next += 1) text += ALPHABET[(drawn[next] as number) % 32];
  return text;
}

/**
 * A type-prefixed identifier, `ord_01j…`: 48 bits of milliseconds, then 80 random bits, in Crockford base 32.
 * Ordered by time, so that indexes grow at one end; unguessable, so that knowing one id tells no other.
 * Source: the ULID specification.
 */
export function newId(prefix: string, now: Date): string {
  return `${prefix}_${time(now.getTime())}${chance()}`;
}

export const isId = (prefix: string, value: string): boolean => SHAPE.exec(value)?.[1] === prefix;

/** @throws INVALID_INPUT when `value` is not an id of this type. An id of the right shape may still be unknown. */
export function parseId(prefix: string, value: string, field: string): string {
  if (!isId(prefix, value)) throw invalidInput(`${field} is not an id of the form ${prefix}_….`, [field]);
  return value;
}
