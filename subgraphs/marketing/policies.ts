import { anyone, hasPermission, type Policies, service, signedIn } from '../../platform/identity/policies';

const mayWrite = hasPermission('coupons:write');

export const policies = {
  Query: {
    coupons: anyone,
    coupon: anyone,
    promotions: mayWrite,
    quoteDiscounts: service,
  },
  Mutation: {
    createCoupon: mayWrite,
    createExchangeCodes: mayWrite,
    claimCoupon: signedIn,
    exchangeCoupon: signedIn,
    markNotificationsRead: signedIn,
    createPromotion: mayWrite,
    endPromotion: mayWrite,
    redeemCoupon: service,
    returnCoupon: service,
  },
  Subscription: {
    notificationReceived: signedIn,
  },
} satisfies Policies;
