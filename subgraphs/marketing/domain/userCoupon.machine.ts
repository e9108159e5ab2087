import { machine, type StateOf } from '../../../platform/machine/machine';

export const userCouponMachine = machine({
  initial: 'AVAILABLE',
  states: {
    AVAILABLE: { redeem: 'REDEEMED', expire: 'EXPIRED' },
    // Its time may pass while an order holds it: what that order gives back late can no longer be used.
    REDEEMED: { giveBack: 'AVAILABLE', giveBackLate: 'EXPIRED' },
    EXPIRED: {},
  },
});
export type UserCouponStatus = StateOf<typeof userCouponMachine>;

type Held = { readonly status: UserCouponStatus; readonly expiresAt: Date | null };

const isOver = ({ expiresAt }: Held, now: Date) => expiresAt !== null && expiresAt <= now;

/** Where a coupon stands at a moment, also before the job that expires it has come round. */
export const statusAt = (held: Held, now: Date): UserCouponStatus =>
  held.status === 'AVAILABLE' && isOver(held, now) ? 'EXPIRED' : held.status;

export const givingBack = (held: Held, now: Date) => (isOver(held, now) ? 'giveBackLate' : 'giveBack');
