import type { SeedTaxRate } from '../../../subgraphs/orders/data/seed';

const STATES: Readonly<Record<string, number>> = {
  AZ: 560,
  CA: 725,
  CO: 290,
  FL: 600,
  GA: 400,
  IL: 625,
  MA: 625,
  MN: 688,
  NC: 475,
  NJ: 663,
  NV: 685,
  NY: 400,
  OH: 575,
  PA: 600,
  TX: 625,
  VA: 530,
  WA: 650,
};
const COUNTRIES: Readonly<Record<string, number>> = {
  DE: 1900,
  AT: 2000,
  ES: 2100,
  FR: 2000,
  IT: 2200,
  NL: 2100,
  IE: 2300,
  GB: 2000,
  CA: 500,
};

/** Sales tax of some states and countries, in hundredths of a percent. */
export const taxRates: readonly SeedTaxRate[] = [
  ...Object.entries(STATES).map(([region, basisPoints]) => ({ countryCode: 'US', region, basisPoints })),
  ...Object.entries(COUNTRIES).map(([countryCode, basisPoints]) => ({ countryCode, region: '', basisPoints })),
];

export const taxOf = (countryCode: string, region: string | null): number =>
  taxRates.find((rate) => rate.countryCode === countryCode && (rate.region === '' || rate.region === region))
    ?.basisPoints ?? 0;
