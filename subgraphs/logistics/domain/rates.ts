import { money, type Money } from '../../../platform/kernel/money';

/** What a service takes for a parcel to a zone, in one currency. */
export type Rate = { currency: string; baseMinor: number; perKgMinor: number; maxWeightGrams: number };

const GRAMS_A_KILOGRAM = 1000;

/** Every kilogram that is begun counts whole, and every parcel begins one. */
export const startedKilograms = (grams: number): number => Math.max(1, Math.ceil(grams / GRAMS_A_KILOGRAM));

/** The price of a parcel; null when it is too heavy for the service. */
export function parcelPrice(rate: Rate, grams: number): Money | null {
  if (grams < 0 || grams > rate.maxWeightGrams) return null;
  return money(rate.baseMinor + rate.perKgMinor * startedKilograms(grams), rate.currency);
}

type Offer = { price: Money; maxDays: number };

/** Cheapest first; of two that cost the same, the faster. */
export const byPrice = (a: Offer, b: Offer): number => a.price.minor - b.price.minor || a.maxDays - b.maxDays;
