import type { Transaction } from '../context';
import { userCoupons } from '../data/tables';
import { givingBack, userCouponMachine } from '../domain/userCoupon.machine';

/**
 * Gives back the coupon that an order has used, once however often it is asked, and closes the order's redemption for
 * good: one that is still on its way is refused when it comes.
 * @returns the id of the user's coupon, null when the order had used none
 */
export async function returnCoupon(tx: Transaction, orderId: string): Promise<string | null> {
  const closed = await tx.repositories.redemptions.close(orderId, tx.now());
  if (!closed) return (await tx.repositories.redemptions.byOrder(orderId))?.userCouponId ?? null;
  if (closed.userCouponId === null) return null;
  const [held] = await tx.repositories.userCoupons.byIds([closed.userCouponId]);
  if (!held) return null;
  await tx.transition({
    machine: userCouponMachine,
    table: userCoupons,
    id: held.id,
    event: givingBack(held, tx.now()),
    reason: orderId,
  });
  return held.id;
}
