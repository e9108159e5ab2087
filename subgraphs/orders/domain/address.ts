/** Where an order goes to, as its buyer wrote it down. */
export type Address = {
  recipient: string;
  phone: string | null;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  countryCode: string;
};
export type AddressProblem = { field: keyof Address; message: string };

type Fields = { [Field in keyof Address]?: string | null };

const LONGEST: Record<keyof Address, number> = {
  recipient: 200,
  phone: 40,
  line1: 200,
  line2: 200,
  city: 100,
  region: 100,
  postalCode: 20,
  countryCode: 2,
};
const REQUIRED = ['recipient', 'line1', 'city', 'postalCode', 'countryCode'] as const;

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && countries.of(code) !== undefined;

const tidy = (value: string | null | undefined) => value?.trim() ?? '';

function* problemsOf(address: Address): Generator<AddressProblem> {
  for (const field of REQUIRED) if (address[field] === '') yield { field, message: `${field} is missing.` };
  for (const [name, longest] of Object.entries(LONGEST)) {
    const field = name as keyof Address;
    if ((address[field]?.length ?? 0) > longest) yield { field, message: `Use at most ${longest} characters.` };
  }
  if (address.countryCode !== '' && !isCountry(address.countryCode)) {
    yield { field: 'countryCode', message: 'Use an ISO 3166-1 country code such as US.' };
  }
}

/** Reads an address: without needless blanks, the country in capitals. */
export function parseAddress(input: Fields): { address: Address; problems: AddressProblem[] } {
  const address: Address = {
    recipient: tidy(input.recipient),
    phone: tidy(input.phone) || null,
    line1: tidy(input.line1),
    line2: tidy(input.line2) || null,
    city: tidy(input.city),
    region: tidy(input.region) || null,
    postalCode: tidy(input.postalCode),
    countryCode: tidy(input.countryCode).toUpperCase(),
  };
  return { address, problems: [...problemsOf(address)] };
}
