import { may, maySee } from '../../platform/identity/identity';
import type { Context } from './context';
import type { CouponRow } from './data/coupons.repository';

type Caller = Pick<Context, 'identity'>;

/** A user's coupons and message centre are the user's own, and staff's who may look at users. */
export const seesBelongings = ({ identity }: Caller, userId: string): boolean => maySee(identity, userId, 'users:read');

/** Coupons that anyone may claim are for all; those that are given out in another way are staff's. */
export const seesCoupon = ({ identity }: Caller, { issue }: CouponRow): boolean =>
  issue === 'CLAIM' || may(identity, 'coupons:write');
