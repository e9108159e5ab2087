import { money } from '../../../platform/kernel/money';
import type { CouponResolvers } from '../__generated__/resolvers';
import { toAmount, toPercent } from '../domain/offer';

export const Coupon: CouponResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.couponById.load(id),
  value: ({ kind, value, currencyCode }) => (kind === 'PERCENT_OFF' ? toPercent(value) : toAmount(value, currencyCode)),
  threshold: ({ thresholdMinor, currencyCode }) =>
    thresholdMinor === null || currencyCode === null ? null : money(thresholdMinor, currencyCode),
  remaining: ({ total, claimed }) => total - claimed,
};
