import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgSchema, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { instant, minorUnits, platformTables, tenantId } from '../../../platform/data/tables';
import type { CouponIssue, CouponKind } from '../domain/coupon';
import type { NotificationKind } from '../domain/messages';
import type { PromotionKind } from '../domain/promotion';
import type { UserCouponStatus } from '../domain/userCoupon.machine';

export const schema = pgSchema('marketing');
export const tables = platformTables(schema);
export const { outbox, inbox, idempotencyKeys, transitions, auditLog, auditHeads } = tables;

export const coupons = schema.table(
  'coupons',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<CouponKind>().notNull(),
    issue: text('issue').$type<CouponIssue>().notNull(),
    /** Basis points for PERCENT_OFF, else minor units of `currencyCode`. */
    value: bigint('value', { mode: 'number' }).notNull(),
    thresholdMinor: minorUnits('threshold_minor'),
    /** Null when no amount of the coupon needs a currency: it can then be used in every one. */
    currencyCode: text('currency_code'),
    total: integer('total').notNull(),
    claimed: integer('claimed').notNull().default(0),
    /** How many exchange codes were made. */
    codes: integer('codes').notNull().default(0),
    perUserLimit: integer('per_user_limit').notNull(),
    validDays: integer('valid_days'),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    index('coupons_by_issue').on(table.tenantId, table.issue, table.id),
    check('coupons_never_over_issued', sql`${table.claimed} between 0 and ${table.total}`),
    check('coupons_no_more_codes_than_total', sql`${table.codes} between 0 and ${table.total}`),
    check('coupons_value_not_negative', sql`${table.value} >= 0`),
    check('coupons_ends_after_start', sql`${table.endsAt} > ${table.startsAt}`),
  ],
);

/** How many of a coupon one user has got: the row that two claims of one user at once meet on. */
export const couponHolders = schema.table(
  'coupon_holders',
  {
    tenantId: tenantId(),
    couponId: text('coupon_id').notNull(),
    userId: text('user_id').notNull(),
    claimed: integer('claimed').notNull(),
    perUserLimit: integer('per_user_limit').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.couponId, table.userId] }),
    check('coupon_holders_within_limit', sql`${table.claimed} between 0 and ${table.perUserLimit}`),
  ],
);

export const userCoupons = schema.table(
  'user_coupons',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    couponId: text('coupon_id').notNull(),
    userId: text('user_id').notNull(),
    code: text('code').notNull(),
    status: text('status').$type<UserCouponStatus>().notNull(),
    claimedAt: instant('claimed_at').notNull(),
    expiresAt: instant('expires_at'),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique('user_coupons_code').on(table.tenantId, table.code),
    index('user_coupons_by_user').on(table.tenantId, table.userId, table.id),
    index('user_coupons_to_expire')
      .on(table.tenantId, table.expiresAt)
      .where(sql`status = 'AVAILABLE'`),
  ],
);

/**
 * One line an order. It stays when the coupon is given back, and is written even when there was none to give back, so
 * that a redemption which comes late for an order that was undone finds it and is refused.
 */
export const redemptions = schema.table(
  'redemptions',
  {
    tenantId: tenantId(),
    orderId: text('order_id').notNull(),
    userCouponId: text('user_coupon_id'),
    redeemedAt: instant('redeemed_at'),
    returnedAt: instant('returned_at'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.orderId] })],
);

/** Codes that are each good for one coupon, once. */
export const exchangeCodes = schema.table(
  'exchange_codes',
  {
    tenantId: tenantId(),
    code: text('code').notNull(),
    couponId: text('coupon_id').notNull(),
    usedBy: text('used_by'),
    usedAt: instant('used_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.code] })],
);

export const promotions = schema.table(
  'promotions',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<PromotionKind>().notNull(),
    /** Basis points for PERCENT_OFF, else minor units of `currencyCode` a unit. */
    value: bigint('value', { mode: 'number' }).notNull(),
    currencyCode: text('currency_code'),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at'),
    /** When staff ended it before its time; it may then not even have started. */
    endedAt: instant('ended_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    check('promotions_value_positive', sql`${table.value} > 0`),
    check('promotions_ends_after_start', sql`${table.endsAt} > ${table.startsAt}`),
  ],
);

export const promotionProducts = schema.table(
  'promotion_products',
  {
    tenantId: tenantId(),
    productId: text('product_id').notNull(),
    promotionId: text('promotion_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.productId, table.promotionId] }),
    index('promotion_products_by_promotion').on(table.tenantId, table.promotionId),
  ],
);

/**
 * Where a user's message centre stands. Two notifications of one user at once meet on this row, so that positions come
 * into sight in their order and a reader who has seen one has missed none before it.
 */
export const mailboxes = schema.table(
  'mailboxes',
  {
    tenantId: tenantId(),
    userId: text('user_id').notNull(),
    position: bigint('position', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.userId] })],
);

export const notifications = schema.table(
  'notifications',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    userId: text('user_id').notNull(),
    position: bigint('position', { mode: 'number' }).notNull(),
    kind: text('kind').$type<NotificationKind>().notNull(),
    /** What it is about: an order, a refund, the user. One thing is told once. */
    subjectId: text('subject_id').notNull(),
    orderId: text('order_id'),
    title: text('title').notNull(),
    body: text('body').notNull(),
    readAt: instant('read_at'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.id] }),
    unique('notifications_position').on(table.tenantId, table.userId, table.position),
    unique('notifications_told_once').on(table.tenantId, table.userId, table.kind, table.subjectId),
    index('notifications_unread')
      .on(table.tenantId, table.userId)
      .where(sql`read_at is null`),
  ],
);
