import { isUser, may } from '../../platform/identity/identity';
import { anyone, hasPermission, service, signedIn, type Policies } from '../../platform/identity/policies';
import type { Context } from './context';

const managesCoupons = hasPermission('coupons:write');

export const policies = {
  Query: {
    coupons: anyone,
    coupon: anyone,
    promotions: managesCoupons,
    quoteDiscounts: service,
  },
  Mutation: {
    createCoupon: managesCoupons,
    createExchangeCodes: managesCoupons,
    claimCoupon: signedIn,
    exchangeCoupon: signedIn,
    markNotificationsRead: signedIn,
    createPromotion: managesCoupons,
    endPromotion: managesCoupons,
    redeemCoupon: service,
    returnCoupon: service,
  },
  Subscription: {
    notificationReceived: signedIn,
  },
} satisfies Policies;

/** A user's coupons and message centre are the user's own, and staff's who may look at users. */
export const maySeeBelongings = ({ identity }: Context, userId: string): boolean =>
  isUser(identity, userId) || may(identity, 'users:read');
