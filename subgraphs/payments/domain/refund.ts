import { inputAmount, invalid } from '../../../platform/kernel/input';
import type { Money } from '../../../platform/kernel/money';

/** The reason that a person gives for a refund or its rejection. */
export const LONGEST_REASON = 500;

/** Reads an amount to be refunded: more than nothing, in the currency that was paid. @throws Refusal INVALID_INPUT */
export function refundAmount(asked: { amount: string; currencyCode: string }, currency: string): Money {
  if (asked.currencyCode !== currency) throw invalid(`The payment is in ${currency}.`, 'amount', 'currencyCode');
  const amount = inputAmount(asked.amount, currency, 'amount', 'amount');
  if (amount.minor === 0) throw invalid('Ask for more than 0, and no more than was paid.', 'amount', 'amount');
  return amount;
}
