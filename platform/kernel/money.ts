/** An amount in the currency's minor unit (cents for USD, yen for JPY): always an integer, never a float. */
export type Money = { readonly minor: number; readonly currency: string };

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const exponents = new Map<string, number>();

export const isCurrency = (code: string): boolean => CURRENCIES.has(code);

/** Decimals of a currency (ISO 4217): 2 for USD, 0 for JPY. */
export function exponent(currency: string): number {
  const known = exponents.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  exponents.set(currency, digits);
  return digits;
}

export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not a whole number of minor units`);
  return { minor, currency };
}

export const zero = (currency: string): Money => ({ minor: 0, currency });

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not add up`);
}

export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
}

export const multiply = (a: Money, times: number): Money => money(a.minor * times, a.currency);
export const sum = (amounts: readonly Money[], currency: string): Money => amounts.reduce(add, zero(currency));

/** `basisPoints` hundredths of a percent of an amount, half a unit rounded up: 1000 is 10 %. */
export const share = (a: Money, basisPoints: number): Money =>
  money(Number((BigInt(a.minor) * BigInt(basisPoints) + 5000n) / 10000n), a.currency);

/** `{ minor: 1999, currency: 'USD' }` as `19.99`. */
export function toDecimal({ minor, currency }: Money): string {
  const digits = exponent(currency);
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return `${minor < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** What is wrong with an amount that a client sent. */
export const MONEY_PROBLEMS = {
  NOT_A_CURRENCY: 'This is not a currency of ISO 4217.',
  TOO_MANY_DECIMALS: 'The currency has fewer decimals.',
  OUT_OF_RANGE: 'The amount has more than 12 digits before the point.',
} as const;
export type MoneyProblem = keyof typeof MONEY_PROBLEMS;

/** Reads `19.9` as 1990 cents, exactly. At most 12 digits before the point. */
export function parseMoney(amount: string, currency: string): Money | MoneyProblem {
  if (!isCurrency(currency)) return 'NOT_A_CURRENCY';
  const [whole = '', fraction = ''] = amount.split('.');
  const digits = exponent(currency);
  if (fraction.replace(/0+$/, '').length > digits) return 'TOO_MANY_DECIMALS';
  if (whole.replace(/^-?0*/, '').length > 12) return 'OUT_OF_RANGE';
  // Plus zero: "-0" is read as 0.
  return money(Number(whole + fraction.padEnd(digits, '0').slice(0, digits)) + 0, currency);
}
