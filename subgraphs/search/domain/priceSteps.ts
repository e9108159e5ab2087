/** Lower bounds of the price facet, in minor units: 25.00 is to a dollar what 2,500 is to a yen. */
export const PRICE_STEPS = [0, 2500, 5000, 10_000, 20_000, 50_000, 100_000, 200_000] as const;

/** The range that a price falls into. */
export const priceStep = (price: number): number => PRICE_STEPS.findLastIndex((from) => from <= price);
