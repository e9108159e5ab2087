import { couponsRepository } from './coupons.repository';
import { exchangeCodesRepository } from './exchangeCodes.repository';
import { mailboxesRepository } from './mailboxes.repository';
import { notificationsRepository } from './notifications.repository';
import { promotionsRepository } from './promotions.repository';
import { redemptionsRepository } from './redemptions.repository';
import { userCouponsRepository } from './userCoupons.repository';

export const repositories = {
  coupons: couponsRepository,
  userCoupons: userCouponsRepository,
  redemptions: redemptionsRepository,
  exchangeCodes: exchangeCodesRepository,
  promotions: promotionsRepository,
  mailboxes: mailboxesRepository,
  notifications: notificationsRepository,
};
