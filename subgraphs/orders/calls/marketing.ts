import { unavailable, type UserError } from '../../../platform/kernel/errors';
import { toDecimal } from '../../../platform/kernel/money';
import { QuoteDiscountsDocument, RedeemCouponDocument, ReturnCouponDocument } from '../__generated__/marketing';
import type { OrdersErrorCode } from '../__generated__/resolvers';
import type { Scope } from '../context';
import type { PricedLine } from '../domain/offers';
import type { Discount } from '../domain/pricedCart';
import { refuse } from '../errors';
import { readMoney } from './money';

const COUPON_CODES: ReadonlySet<string> = new Set<OrdersErrorCode>([
  'NOT_FOUND',
  'ILLEGAL_STATE',
  'SOLD_OUT',
  'LIMIT_REACHED',
  'NOT_STARTED',
  'ENDED',
]);

/** A coupon's problem in this room's words: a code that it does not know is about the code that was entered. */
const couponError = (code: string): OrdersErrorCode =>
  COUPON_CODES.has(code) ? (code as OrdersErrorCode) : 'INVALID_INPUT';

export type DiscountRequest = {
  userId: string | null;
  couponCode: string | null;
  currencyCode: string;
  lines: readonly PricedLine[];
};
export type CouponProblem = Pick<UserError<OrdersErrorCode>, 'code' | 'message'>;
export type DiscountQuote = { discounts: Discount[]; couponProblem: CouponProblem | null };

/** What running promotions and the coupon take off. */
export async function quoteDiscounts(context: Scope, request: DiscountRequest): Promise<DiscountQuote> {
  const lines = request.lines.map(({ offer, quantity, unitPrice }) => ({
    productId: offer.productId,
    variantId: offer.variantId,
    quantity,
    unitPrice: toDecimal(unitPrice),
  }));
  const { quoteDiscounts: quote } = await context.call('marketing', QuoteDiscountsDocument, {
    input: { ...request, lines },
  });
  const problem = quote.couponProblem;
  return {
    discounts: quote.discounts.map(({ label, amount }) => ({ label, amount: readMoney(amount) })),
    couponProblem: problem ? { code: couponError(problem.code), message: problem.message } : null,
  };
}

/** @throws Refusal when the coupon cannot be used for the order */
export async function redeemCoupon(
  context: Scope,
  input: { orderId: string; userId: string; code: string },
): Promise<void> {
  const { redeemCoupon: answer } = await context.call('marketing', RedeemCouponDocument, { input });
  const [error] = answer.userErrors;
  if (error) throw refuse(couponError(error.code), error.message, ['cartId']);
}

export async function returnCoupon(context: Scope, orderId: string): Promise<void> {
  const { returnCoupon: answer } = await context.call('marketing', ReturnCouponDocument, { input: { orderId } });
  const [error] = answer.userErrors;
  if (error) throw unavailable(`The coupon of ${orderId} could not be given back: ${error.message}`);
}
