import {
  amountProblems,
  countProblems,
  type Path,
  problem,
  type Problem,
  refuseAll,
} from '../../../platform/kernel/input';
import { type Money, parseMoney, toDecimal } from '../../../platform/kernel/money';

export type MoneyInput = { amount: string; currencyCode: string };

/** High enough for any shop, low enough that a hundred lines of 999 units still add up exactly. */
export const HIGHEST_PRICE = 10_000_000_000;

function* priceProblems(
  { amount, currencyCode }: MoneyInput,
  path: Path,
  currencies: readonly string[],
): Generator<Problem> {
  if (!currencies.includes(currencyCode)) {
    yield problem([...path, 'currencyCode'], `This shop sells in ${currencies.join(', ')}.`);
    return;
  }
  yield* amountProblems(amount, currencyCode, [...path, 'amount']);
  const price = parseMoney(amount, currencyCode);
  if (typeof price !== 'string' && price.minor > HIGHEST_PRICE) {
    const highest = toDecimal({ minor: HIGHEST_PRICE, currency: currencyCode });
    yield problem([...path, 'amount'], `The highest price is ${highest}.`);
  }
}

/** @param pathOf where the price of each index stands in the input */
export function* pricesProblems(
  prices: readonly MoneyInput[],
  pathOf: (index: number) => Path,
  currencies: readonly string[],
): Generator<Problem> {
  const seen = new Set<string>();
  for (const [index, price] of prices.entries()) {
    yield* priceProblems(price, pathOf(index), currencies);
    if (seen.has(price.currencyCode))
      yield problem([...pathOf(index), 'currencyCode'], 'This currency has a price already.');
    seen.add(price.currencyCode);
  }
}

/** Prices that have been found to be without problems. */
export const toPrices = (prices: readonly MoneyInput[]): Money[] =>
  prices.flatMap(({ amount, currencyCode }) => {
    const price = parseMoney(amount, currencyCode);
    return typeof price === 'string' ? [] : [price];
  });

/** @throws Refusal with everything that is wrong with them */
export function draftPrices(prices: readonly MoneyInput[], currencies: readonly string[]): Money[] {
  refuseAll([
    ...countProblems(prices, ['prices'], 1, 100),
    ...pricesProblems(prices, (index) => ['prices', index], currencies),
  ]);
  return toPrices(prices);
}
