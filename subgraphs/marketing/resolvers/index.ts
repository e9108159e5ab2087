import type { Resolvers } from '../__generated__/resolvers';
import { Coupon } from './Coupon';
import { claimCoupon } from './Mutation/claimCoupon';
import { createCoupon } from './Mutation/createCoupon';
import { createExchangeCodes } from './Mutation/createExchangeCodes';
import { createPromotion } from './Mutation/createPromotion';
import { endPromotion } from './Mutation/endPromotion';
import { exchangeCoupon } from './Mutation/exchangeCoupon';
import { markNotificationsRead } from './Mutation/markNotificationsRead';
import { redeemCoupon } from './Mutation/redeemCoupon';
import { returnCoupon } from './Mutation/returnCoupon';
import { Notification, NotificationConnection } from './Notification';
import { Product } from './Product';
import { Promotion } from './Promotion';
import { coupon } from './Query/coupon';
import { coupons } from './Query/coupons';
import { promotions } from './Query/promotions';
import { quoteDiscounts } from './Query/quoteDiscounts';
import { notificationReceived } from './Subscription/notificationReceived';
import { User } from './User';
import { UserCoupon } from './UserCoupon';

export const resolvers: Resolvers = {
  Query: { coupon, coupons, promotions, quoteDiscounts },
  Mutation: {
    claimCoupon,
    createCoupon,
    createExchangeCodes,
    createPromotion,
    endPromotion,
    exchangeCoupon,
    markNotificationsRead,
    redeemCoupon,
    returnCoupon,
  },
  Subscription: { notificationReceived },
  Coupon,
  Notification,
  NotificationConnection,
  Product,
  Promotion,
  User,
  UserCoupon,
};
