import type { Context } from '../context';
import type { Reductions } from '../data/reductions.repository';
import type { UserCouponRow } from '../data/userCoupons.repository';
import { parseCode } from '../domain/codes';
import type { CouponProblem } from '../domain/coupon';
import { type Discount, type DiscountLine, discountsOf } from '../domain/discounts';
import { whyNotRedeemable } from '../domain/redeemable';

export type Quote = { readonly discounts: Discount[]; readonly couponProblem: CouponProblem | null };
export type QuoteRequest = {
  readonly lines: readonly DiscountLine[];
  readonly currency: string;
  readonly userId: string | null;
  readonly code: string | null;
};

/** All that may apply, in one statement: who is not signed in, or has typed nonsense, has no coupon to look for. */
async function reductionsOf(context: Context, { lines, userId, code }: QuoteRequest): Promise<Reductions> {
  const { promotions, reductions } = context.repositories;
  const productIds = [...new Set(lines.map(({ productId }) => productId))];
  const now = context.now();
  const parsed = code === null ? null : parseCode(code);
  if (userId === null || parsed === null)
    return { held: null, promotions: await promotions.runningOfProducts(productIds, now) };
  return reductions.of({ productIds, code: parsed, userId, now });
}

function problemOf({ userId, code }: QuoteRequest, held: UserCouponRow | null, now: Date): CouponProblem | null {
  if (code === null) return null;
  if (userId === null) return { code: 'NOT_FOUND', message: 'Sign in to use your coupons.' };
  if (!held) return { code: 'NOT_FOUND', message: 'You have no coupon with this code.' };
  return whyNotRedeemable(held, now);
}

/** What promotions and the user's coupon take off. */
export async function quoteDiscounts(context: Context, request: QuoteRequest): Promise<Quote> {
  const { lines, currency } = request;
  const { held, promotions } = await reductionsOf(context, request);
  const promotionsOf = (id: string) => promotions.filter(({ productId }) => productId === id);
  const problem = problemOf(request, held, context.now());
  const usable = problem ? null : (held?.coupon ?? null);
  const quote = discountsOf(lines, currency, promotionsOf, usable);
  return { discounts: quote.discounts, couponProblem: problem ?? quote.couponProblem };
}
