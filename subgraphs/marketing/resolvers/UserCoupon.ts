import type { UserCouponResolvers } from '../__generated__/resolvers';
import { statusAt } from '../domain/userCoupon.machine';

export const UserCoupon: UserCouponResolvers = {
  status: (held, _, { now }) => statusAt(held, now()),
};
