import type { Context } from '../context';
import type { UserCouponRow } from '../data/userCoupons.repository';
import type { CouponProblem } from '../domain/coupon';
import { type Discount, type DiscountLine, discountsOf } from '../domain/discounts';
import { whyNotRedeemable } from '../domain/redeemable';
import { findOwn } from './redeemCoupon';

export type Quote = { readonly discounts: Discount[]; readonly couponProblem: CouponProblem | null };
export type QuoteRequest = {
  readonly lines: readonly DiscountLine[];
  readonly currency: string;
  readonly userId: string | null;
  readonly code: string | null;
};

async function usableCoupon(
  context: Context,
  { userId, code }: QuoteRequest,
): Promise<UserCouponRow['coupon'] | CouponProblem | null> {
  if (code === null) return null;
  if (userId === null) return { code: 'NOT_FOUND', message: 'Sign in to use your coupons.' };
  const held = await findOwn(context, code, userId);
  if (!held) return { code: 'NOT_FOUND', message: 'You have no coupon with this code.' };
  return whyNotRedeemable(held, context.now()) ?? held.coupon;
}

/** What promotions and the user's coupon take off: two statements at most. */
export async function quoteDiscounts(context: Context, request: QuoteRequest): Promise<Quote> {
  const { lines, currency } = request;
  const [coupon, promotions] = await Promise.all([
    usableCoupon(context, request),
    Promise.all(
      lines.map(
        async ({ productId }) => [productId, await context.loaders.promotionsOfProduct.load(productId)] as const,
      ),
    ),
  ]);
  const byProduct = new Map(promotions);
  const problem = coupon && 'message' in coupon ? coupon : null;
  const usable = coupon && 'id' in coupon ? coupon : null;
  const quote = discountsOf(lines, currency, (productId) => byProduct.get(productId) ?? [], usable);
  return { discounts: quote.discounts, couponProblem: problem ?? quote.couponProblem };
}
