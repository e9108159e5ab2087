import { isCountry } from '../../../platform/kernel/address';
import { invalidInput } from '../../../platform/kernel/errors';

/** Where a parcel goes, as far as its price depends on it. */
export type Destination = { countryCode: string; postalCode: string };
/** A part of the world: a country's postal codes that begin alike. */
export type Area = { countryCode: string; postalPrefix: string };

/** Stands for every country that no area names. */
export const REST_OF_WORLD = '*';

const POSTAL_CODE = /^[0-9A-Z]{0,12}$/;

/** `sw1a 1aa` and `SW1A-1AA` are one postal code: `SW1A1AA`. Null when it is none. */
export function normalPostalCode(text: string): string | null {
  const code = text.toUpperCase().replaceAll(/[\s-]/g, '');
  return POSTAL_CODE.test(code) ? code : null;
}

/** Reads a destination; answers the name of the field that is wrong when it is none. */
export function parseDestination(input: Destination): Destination | keyof Destination {
  const countryCode = input.countryCode.trim().toUpperCase();
  if (!isCountry(countryCode)) return 'countryCode';
  const postalCode = normalPostalCode(input.postalCode);
  return postalCode === null ? 'postalCode' : { countryCode, postalCode };
}

/** @throws INVALID_INPUT, an error of the query */
export function destinationArgument(input: Destination, path: string[] = []): Destination {
  const parsed = parseDestination(input);
  if (typeof parsed !== 'string') return parsed;
  const expected = parsed === 'countryCode' ? 'a country of ISO 3166-1, such as US or DE' : 'a postal code';
  throw invalidInput(`${parsed} must be ${expected}.`, [...path, parsed]);
}

/** The areas that a destination may lie in; the first that belongs to a zone decides, so the narrowest comes first. */
export function areasOf({ countryCode, postalCode }: Destination): Area[] {
  const lengths = Array.from({ length: postalCode.length + 1 }, (_, index) => postalCode.length - index);
  const domestic = lengths.map((length) => ({ countryCode, postalPrefix: postalCode.slice(0, length) }));
  return [...domestic, { countryCode: REST_OF_WORLD, postalPrefix: '' }];
}
