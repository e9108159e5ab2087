import type { Connection } from '../../platform/kernel/connections';
import type { Money } from '../../platform/kernel/money';
import type { CouponRow } from './data/coupons.repository';
import type { NotificationRow } from './data/notifications.repository';
import type { PromotionRow } from './data/promotions.repository';
import type { UserCouponRow } from './data/userCoupons.repository';

type Reference = { id: string };
/** Read when it is asked for: sagas ask for the errors alone. */
type UserCouponPayload = { userCoupon: () => Promise<UserCouponRow | null> | null; userErrors: [] };

/** What resolvers are handed for a type of the graph. */
export type Mappers = {
  Money: Money;
  Coupon: CouponRow;
  CouponConnection: Connection<CouponRow>;
  UserCoupon: UserCouponRow;
  UserCouponConnection: Connection<UserCouponRow>;
  RedeemCouponPayload: UserCouponPayload;
  ReturnCouponPayload: UserCouponPayload;
  Promotion: PromotionRow;
  PromotionConnection: Connection<PromotionRow>;
  Notification: NotificationRow;
  NotificationConnection: Connection<NotificationRow> & { userId: string };
  User: Reference;
  Product: Reference;
  Order: Reference;
};
