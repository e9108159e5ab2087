import { and, desc, eq, getTableColumns, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { PageOf } from '../../../platform/kernel/pages';
import type { CouponIssue } from '../domain/coupon';
import { userCouponMachine } from '../domain/userCoupon.machine';
import type { CouponRow } from './coupons.repository';
import { couponHolders, coupons, transitions, userCoupons } from './tables';

export type UserCouponRow = typeof userCoupons.$inferSelect & { coupon: CouponRow };
export type NewUserCoupon = {
  id: string;
  code: string;
  couponId: string;
  userId: string;
  issue: CouponIssue;
  actor: string;
  now: Date;
};

export const userCouponColumns = { ...getTableColumns(userCoupons), coupon: getTableColumns(coupons) };

/**
 * Gives one coupon to one user, or does nothing at all. The coupon's row is locked first, and what is left of it is
 * looked at under that lock; then the user's own count, and only when it allows it the coupon's. The CHECKs of both
 * tables stand behind it. It can be used for its valid days, but not beyond the coupon's own end.
 */
const issueStatement = ({ id, code, couponId, userId, issue, actor, now }: NewUserCoupon) => {
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql`
    with coupon as materialized (
      select id, per_user_limit, valid_days, ends_at from ${coupons}
       where id = ${couponId} and issue = ${issue} and claimed < total
         and starts_at <= ${at} and (ends_at is null or ends_at > ${at})
         for update),
    held as (
      insert into ${couponHolders} as holder (coupon_id, user_id, claimed, per_user_limit)
      select id, ${userId}, 1, per_user_limit from coupon
          on conflict (tenant_id, coupon_id, user_id) do update set claimed = holder.claimed + 1
       where holder.claimed < holder.per_user_limit
      returning coupon_id),
    counted as (
      update ${coupons} as c set claimed = c.claimed + 1 from held where c.id = held.coupon_id
      returning c.id),
    issued as (
      insert into ${userCoupons} (id, coupon_id, user_id, code, status, claimed_at, expires_at)
      select ${id}, coupon.id, ${userId}, ${code}, ${userCouponMachine.initial}, ${at},
             least(${at} + make_interval(hours => 24 * coupon.valid_days), coupon.ends_at)
        from coupon join counted on counted.id = coupon.id
      returning id)
    insert into ${transitions} (entity_id, from_state, to_state, actor, occurred_at)
    select id, null, ${userCouponMachine.initial}, ${actor}, ${at} from issued`;
};

/** A portion at a time, so that a coupon that ends in a hundred thousand hands holds its locks for a moment only. */
const expireStatement = (now: Date, limit: number) => sql`
  with due as materialized (
    select id from ${userCoupons}
     where status = 'AVAILABLE' and expires_at <= ${now.toISOString()}::timestamptz
     order by expires_at limit ${limit} for update skip locked),
  expired as (
    update ${userCoupons} as u set status = ${userCouponMachine.states.AVAILABLE.expire} from due where u.id = due.id
    returning u.id)
  insert into ${transitions} (entity_id, from_state, to_state, reason, actor, occurred_at)
  select id, 'AVAILABLE', ${userCouponMachine.states.AVAILABLE.expire}, 'its time has passed', 'service:marketing',
         ${now.toISOString()}::timestamptz from expired`;

const withCoupons = (db: Db) =>
  db.select(userCouponColumns).from(userCoupons).innerJoin(coupons, eq(coupons.id, userCoupons.couponId));

const pagesOf = (db: Db, userIds: readonly string[], { limit, after }: PageOf<string>) => {
  const page = db
    .select()
    .from(userCoupons)
    .where(and(eq(userCoupons.userId, sql`users.id`), after === null ? undefined : lt(userCoupons.id, after)))
    .orderBy(desc(userCoupons.id))
    .limit(limit + 1)
    .as('page');
  return db
    .select({ ...page._.selectedFields, coupon: getTableColumns(coupons) })
    .from(sql`unnest(${sql.param([...userIds])}::text[]) as users(id)`)
    .crossJoinLateral(page)
    .innerJoin(coupons, eq(coupons.id, page.couponId))
    .orderBy(desc(page.id));
};

export const userCouponsRepository = (db: Db) => ({
  /** @returns whether it was given */
  issue: async (coupon: NewUserCoupon): Promise<boolean> => (await db.execute(issueStatement(coupon))).rowCount === 1,
  byIds: (ids: readonly string[]): Promise<UserCouponRow[]> => withCoupons(db).where(inArray(userCoupons.id, [...ids])),
  /** Newest first, a page for each of several users in one statement. */
  pages: (userIds: readonly string[], page: PageOf<string>): Promise<UserCouponRow[]> => pagesOf(db, userIds, page),
  count: (userId: string): Promise<number> => db.$count(userCoupons, eq(userCoupons.userId, userId)),
  /** @returns how many have expired, at most `limit` */
  expire: async (now: Date, limit: number): Promise<number> =>
    (await db.execute(expireStatement(now, limit))).rowCount ?? 0,
});
