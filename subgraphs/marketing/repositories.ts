import { couponsRepository } from './data/coupons.repository';
import { exchangeCodesRepository } from './data/exchangeCodes.repository';
import { mailboxesRepository } from './data/mailboxes.repository';
import { notificationsRepository } from './data/notifications.repository';
import { promotionsRepository } from './data/promotions.repository';
import { redemptionsRepository } from './data/redemptions.repository';
import { reductionsRepository } from './data/reductions.repository';
import { userCouponsRepository } from './data/userCoupons.repository';

export const repositories = {
  coupons: couponsRepository,
  userCoupons: userCouponsRepository,
  redemptions: redemptionsRepository,
  exchangeCodes: exchangeCodesRepository,
  promotions: promotionsRepository,
  reductions: reductionsRepository,
  mailboxes: mailboxesRepository,
  notifications: notificationsRepository,
};
