import { parseMoney, type Money } from '../../../platform/kernel/money';

const MAX_REASON = 500;

/** The reason that a person gives for a refund or its rejection; null when it is empty or too long. */
export function parseReason(reason: string): string | null {
  const text = reason.trim();
  return text.length >= 1 && text.length <= MAX_REASON ? text : null;
}

/** What is wrong with the amount that somebody asks back: a sentence, and where in the amount. */
export type AmountProblem = { message: string; field: 'amount' | 'currencyCode' };

/** Reads an amount to be refunded: more than nothing, in the currency that was paid. */
export function parseAmount(asked: { amount: string; currencyCode: string }, currency: string): Money | AmountProblem {
  if (asked.currencyCode !== currency) return { message: `The payment is in ${currency}.`, field: 'currencyCode' };
  const amount = parseMoney(asked.amount, currency);
  if (amount === 'TOO_MANY_DECIMALS') return { message: `${currency} has fewer decimals.`, field: 'amount' };
  if (typeof amount === 'string' || amount.minor <= 0)
    return { message: 'Ask for more than 0, and no more than was paid.', field: 'amount' };
  return amount;
}
