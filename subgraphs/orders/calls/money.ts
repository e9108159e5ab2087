import { type Money, parseMoney, toDecimal } from '../../../platform/kernel/money';

type Text = { amount: string; currencyCode: string };

/** Money as another room has answered it. */
export function readMoney({ amount, currencyCode }: Text): Money {
  const money = parseMoney(amount, currencyCode);
  if (typeof money === 'string') throw new Error(`Another room answered ${amount} ${currencyCode}: ${money}.`);
  return money;
}

export const writeMoney = (money: Money): Text => ({ amount: toDecimal(money), currencyCode: money.currency });
