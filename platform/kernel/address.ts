/** A postal address as everybody in the house keeps it. */
export type PostalAddress = {
  recipient: string;
  phone: string | null;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  countryCode: string;
};
export type PostalAddressInput = { [Field in keyof PostalAddress]?: string | null };

const LIMITS: Record<keyof PostalAddress, { max: number; required: boolean }> = {
  recipient: { max: 200, required: true },
  phone: { max: 40, required: false },
  line1: { max: 200, required: true },
  line2: { max: 200, required: false },
  city: { max: 100, required: true },
  region: { max: 100, required: false },
  postalCode: { max: 20, required: true },
  countryCode: { max: 2, required: true },
};
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
// Regions that ISO 3166-1 sets aside: nobody lives there.
const NO_COUNTRY = new Set(['ZZ', 'EU', 'EZ', 'UN', 'QO', 'XA', 'XB']);

export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.has(code) && regions.of(code) !== undefined;

/** What is wrong with one field of an address. */
export type AddressProblem = { field: keyof PostalAddress; message: string };

function problemOf(field: keyof PostalAddress, value: string | null): string | null {
  const { max, required } = LIMITS[field];
  if (required && value === null) return `${field} must not be empty.`;
  if (value !== null && value.length > max) return `${field} has at most ${max} characters.`;
  if (field === 'countryCode' && !isCountry(value ?? ''))
    return 'countryCode is a country of ISO 3166-1, such as US or DE.';
  return null;
}

/** Trims an address and checks every field; blank optional fields become null. */
export function parseAddress(input: PostalAddressInput): { address: PostalAddress } | { problems: AddressProblem[] } {
  const fields = Object.keys(LIMITS) as (keyof PostalAddress)[];
  const values = fields.map((field) => [field, input[field]?.trim() || null] as const);
  const problems = values.flatMap(([field, value]) => {
    const message = problemOf(field, field === 'countryCode' ? (value?.toUpperCase() ?? null) : value);
    return message === null ? [] : [{ field, message }];
  });
  if (problems.length > 0) return { problems };
  const address = Object.fromEntries(values) as PostalAddress;
  return { address: { ...address, countryCode: address.countryCode.toUpperCase() } };
}
