import { type CouponProblem, type CouponTerms, outOfTime } from './coupon';
import { statusAt, type UserCouponStatus } from './userCoupon.machine';

type Held = { readonly status: UserCouponStatus; readonly expiresAt: Date | null; readonly coupon: CouponTerms };

/** Why a user's coupon cannot be used now; null when it can. */
export function whyNotRedeemable(held: Held, now: Date): CouponProblem | null {
  const status = statusAt(held, now);
  if (status === 'REDEEMED') return { code: 'ILLEGAL_STATE', message: 'This coupon has been used.' };
  if (status === 'EXPIRED') return { code: 'ENDED', message: 'This coupon has expired.' };
  return outOfTime(held.coupon, now);
}
