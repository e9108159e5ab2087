import type { Transaction } from '../context';
import { userCoupons } from '../data/tables';
import type { UserCouponRow } from '../data/userCoupons.repository';
import { parseCode } from '../domain/codes';
import { whyNotRedeemable } from '../domain/redeemable';
import { userCouponMachine } from '../domain/userCoupon.machine';
import { refuse } from '../errors';

export type Redemption = { readonly orderId: string; readonly userId: string; readonly code: string };

const noSuchCoupon = () => refuse('NOT_FOUND', 'You have no coupon with this code.', ['code']);
const used = () => refuse('ILLEGAL_STATE', 'This coupon has been used.', ['code']);

/** What the order's earlier redemption says to this one. */
async function repeat(tx: Transaction, orderId: string, held: UserCouponRow): Promise<string> {
  const earlier = await tx.repositories.redemptions.byOrder(orderId);
  if (earlier?.returnedAt) throw refuse('ILLEGAL_STATE', 'This order has given back its coupon.', ['orderId']);
  if (earlier?.userCouponId !== held.id)
    throw refuse('ILLEGAL_STATE', 'This order has used another coupon.', ['orderId']);
  return held.id;
}

/**
 * Uses a coupon for an order, once however often it is asked. Of two orders at once with one code, one gets it.
 * @returns the id of the user's coupon
 * @throws Refusal NOT_FOUND, ILLEGAL_STATE, ENDED
 */
export async function redeemCoupon(tx: Transaction, { orderId, userId, code }: Redemption): Promise<string> {
  const parsed = parseCode(code);
  const held = parsed && (await tx.repositories.redemptions.open({ orderId, code: parsed, userId, at: tx.now() }));
  if (!held) throw noSuchCoupon();
  if (!held.opened) return repeat(tx, orderId, held);
  const problem = whyNotRedeemable(held, tx.now());
  if (problem) throw refuse(problem.code, problem.message, ['code']);
  const redeemed = await tx.transition({
    machine: userCouponMachine,
    table: userCoupons,
    id: held.id,
    event: 'redeem',
    reason: orderId,
  });
  if (!redeemed) throw used();
  return held.id;
}
