import { insertRows, type LoadDb } from '../../../platform/data/load';
import { type Happening, tellHistory } from '../../../platform/machine/history';
import { type Message, write } from '../domain/messages';
import { userCouponMachine } from '../domain/userCoupon.machine';
import {
  couponHolders,
  coupons,
  exchangeCodes,
  mailboxes,
  notifications,
  promotionProducts,
  promotions,
  redemptions,
  transitions,
  userCoupons,
} from './tables';

export { codeFrom } from '../domain/codes';
export { discountsOf } from '../domain/discounts';
export type { Message } from '../domain/messages';

type Row<T extends { $inferInsert: object }> = Omit<T['$inferInsert'], 'tenantId'>;

export type SeedCoupon = Omit<Row<typeof coupons>, 'claimed' | 'codes'>;
export type SeedCode = Row<typeof exchangeCodes>;
export type SeedPromotion = Row<typeof promotions> & { productIds: string[] };
export type SeedUserCoupon = Omit<Row<typeof userCoupons>, 'status'> & {
  /** Who gave it: the user by claiming it, or the shop by itself. */
  actor: string;
  happened: Happening<'redeem' | 'expire' | 'giveBack' | 'giveBackLate'>[];
};
export type SeedRedemption = Row<typeof redemptions>;
export type SeedNotice = {
  id: string;
  userId: string;
  subjectId: string;
  orderId: string | null;
  /** Its place among what this user was told, from 1 on. */
  position: number;
  message: Message;
  at: Date;
  readAt: Date | null;
};
export type SeedOffers = {
  coupons: SeedCoupon[];
  codes: SeedCode[];
  held: SeedUserCoupon[];
  redemptions: SeedRedemption[];
};

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
};

const story = ({ id, claimedAt, actor, happened }: SeedUserCoupon) =>
  tellHistory(userCouponMachine, id, { at: claimedAt, actor }, happened);

function holderRows({ coupons: all, held }: SeedOffers) {
  const limits = new Map(all.map(({ id, perUserLimit }) => [id, perUserLimit]));
  const counts = countBy(held, ({ couponId, userId }) => `${couponId}/${userId}`);
  return [...counts].map(([key, claimed]) => {
    const [couponId = '', userId = ''] = key.split('/');
    return { couponId, userId, claimed, perUserLimit: limits.get(couponId) ?? claimed };
  });
}

/** Writes coupons, who holds them, and which orders have used them. */
export async function seedCoupons(db: LoadDb, offers: SeedOffers): Promise<void> {
  const { coupons: all, codes, held } = offers;
  const claimed = countBy(held, ({ couponId }) => couponId);
  const made = countBy(codes, ({ couponId }) => couponId);
  const counted = all.map((each) => ({ ...each, claimed: claimed.get(each.id) ?? 0, codes: made.get(each.id) ?? 0 }));
  await insertRows(db, coupons, counted);
  await insertRows(db, exchangeCodes, codes);
  await insertRows(db, couponHolders, holderRows(offers));
  const stories = held.map(story);
  await insertRows(
    db,
    userCoupons,
    held.map(({ happened: _happened, actor: _actor, ...row }, index) => ({
      ...row,
      status: stories[index]?.status ?? 'AVAILABLE',
    })),
  );
  await insertRows(db, redemptions, offers.redemptions);
  await insertRows(
    db,
    transitions,
    stories.flatMap(({ lines }) => lines),
  );
}

export async function seedPromotions(db: LoadDb, seeded: readonly SeedPromotion[]): Promise<void> {
  await insertRows(
    db,
    promotions,
    seeded.map(({ productIds: _productIds, ...promotion }) => promotion),
  );
  await insertRows(
    db,
    promotionProducts,
    seeded.flatMap(({ id, productIds }) => productIds.map((productId) => ({ productId, promotionId: id }))),
  );
}

/** Fills message centres. */
export async function seedNotices(db: LoadDb, seeded: readonly SeedNotice[], locale: string): Promise<void> {
  const rows = seeded.map(({ message, at, ...notice }) => ({
    ...notice,
    kind: message.kind,
    ...write(message, locale),
    createdAt: at,
  }));
  await insertRows(db, notifications, rows);
}

/** @param positions the place of the last notice of each user */
export const seedMailboxes = (db: LoadDb, positions: ReadonlyMap<string, number>): Promise<void> =>
  insertRows(
    db,
    mailboxes,
    [...positions].map(([userId, position]) => ({ userId, position })),
  );
