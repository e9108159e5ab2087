import { invalidInput } from '../../../../platform/kernel/errors';
import { money } from '../../../../platform/kernel/money';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { quoteDiscounts as quote } from '../../acts/quoteDiscounts';
import { parseBasket } from '../../domain/basket';

export const quoteDiscounts: QueryResolvers['quoteDiscounts'] = async (_, { input }, context) => {
  const currency = input.currencyCode;
  const lines = parseBasket(input.lines, currency);
  if (!lines) throw invalidInput('A line has a quantity or a price that cannot be taken.', ['input', 'lines']);
  const { discounts, couponProblem } = await quote(context, {
    lines,
    currency,
    userId: input.userId ?? null,
    code: input.couponCode ?? null,
  });
  return {
    discounts: discounts.map(({ minor, ...discount }) => ({ ...discount, amount: money(minor, currency) })),
    couponProblem,
  };
};
