import { invalidInput } from '../../platform/kernel/errors';
import { isId } from '../../platform/kernel/ids';
import { parseMoney } from '../../platform/kernel/money';
import type { MoneyInput } from './__generated__/resolvers';
import { isCode, isPrice, parseText } from './domain/input';
import { parseTrackingNumber } from './domain/trackingNumber';
import { parseDestination, type Destination } from './domain/zones';
import { refuse } from './errors';

/** @throws INVALID_INPUT, an error of the query */
export function trackingNumberArgument(text: string): string {
  const number = parseTrackingNumber(text);
  if (number === null) throw invalidInput('trackingNumber is not a tracking number of this shop.', ['trackingNumber']);
  return number;
}

/** @throws INVALID_INPUT, an error of the query */
export function destinationArgument(input: Destination, path: string[] = []): Destination {
  const parsed = parseDestination(input);
  if (typeof parsed !== 'string') return parsed;
  const expected = parsed === 'countryCode' ? 'a country of ISO 3166-1, such as US or DE' : 'a postal code';
  throw invalidInput(`${parsed} must be ${expected}.`, [...path, parsed]);
}

/** @throws Refusal INVALID_INPUT */
export function idField(prefix: string, value: string, field: string): string {
  if (!isId(prefix, value)) throw refuse('INVALID_INPUT', `This is not an id of the form ${prefix}_….`, [field]);
  return value;
}

/** @throws Refusal INVALID_INPUT */
export function textField(value: string, max: number, field: string[]): string {
  const text = parseText(value, max);
  if (text === null) throw refuse('INVALID_INPUT', `Use 1 to ${max} characters.`, field);
  return text;
}

/** @throws Refusal INVALID_INPUT */
export function codeField(value: string, field = 'code'): string {
  if (!isCode(value)) throw refuse('INVALID_INPUT', 'Use 1 to 40 of a-z, 0-9 and dashes, and no dash first.', [field]);
  return value;
}

/** @throws Refusal INVALID_INPUT */
export function priceField({ amount, currencyCode }: MoneyInput, field: string): { minor: number; currency: string } {
  const price = parseMoney(amount, currencyCode);
  if (typeof price === 'string' || !isPrice(price.minor)) {
    throw refuse('INVALID_INPUT', 'This is not an amount that a delivery can cost in this currency.', [
      field,
      'amount',
    ]);
  }
  return price;
}
