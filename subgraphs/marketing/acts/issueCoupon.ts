import { inputId } from '../../../platform/kernel/input';
import type { Transaction } from '../context';
import { codeFrom, parseCode } from '../domain/codes';
import { type CouponIssue, whyNotIssued } from '../domain/coupon';
import { refuse } from '../errors';

type Issued = { readonly id: string; readonly given: boolean };

/** Gives one coupon to one user when its time, its stock and the user's limit allow it, else changes nothing. */
async function issue(tx: Transaction, couponId: string, userId: string, by: CouponIssue): Promise<Issued> {
  const id = tx.newId('ucp');
  const actor = by === 'AUTO' ? 'service:marketing' : userId;
  const code = codeFrom(tx.newId('ucp'));
  return {
    id,
    given: await tx.repositories.userCoupons.issue({ id, code, couponId, userId, issue: by, actor, now: tx.now() }),
  };
}

/** @throws Refusal telling why the coupon was not given */
async function issueOrRefuse(
  tx: Transaction,
  couponId: string,
  userId: string,
  by: CouponIssue,
  field: string,
): Promise<{ id: string }> {
  const { id, given } = await issue(tx, couponId, userId, by);
  if (given) return { id };
  const [coupon] = await tx.repositories.coupons.byIds([couponId]);
  if (!coupon || coupon.issue !== by) throw refuse('NOT_FOUND', 'There is no such coupon to claim.', [field]);
  const { code, message } = whyNotIssued(coupon, tx.now());
  throw refuse(code, message, [field]);
}

/** @throws Refusal INVALID_INPUT, NOT_FOUND, NOT_STARTED, ENDED, SOLD_OUT, LIMIT_REACHED */
export async function claimCoupon(tx: Transaction, couponId: string, userId: string): Promise<{ id: string }> {
  inputId('cpn', couponId, 'couponId');
  return issueOrRefuse(tx, couponId, userId, 'CLAIM', 'couponId');
}

/** A refusal leaves the code unused. @throws Refusal as `claimCoupon` */
export async function exchangeCoupon(tx: Transaction, typed: string, userId: string): Promise<{ id: string }> {
  const code = parseCode(typed);
  const couponId = code && (await tx.repositories.exchangeCodes.use(code, userId, tx.now()));
  if (!couponId) throw refuse('NOT_FOUND', 'This code is unknown or has been used.', ['code']);
  return issueOrRefuse(tx, couponId, userId, 'EXCHANGE_CODE', 'code');
}

/** The coupons that every new account gets; one that has run out by now is left out. */
export async function issueAutomatically(tx: Transaction, userId: string): Promise<void> {
  for (const couponId of await tx.repositories.coupons.automaticIds(tx.now()))
    await issue(tx, couponId, userId, 'AUTO');
}
