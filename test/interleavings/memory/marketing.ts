import { marketing as definition } from '../../../subgraphs/marketing/subgraph';
import type { RedemptionRow, redemptionsRepository } from '../../../subgraphs/marketing/data/redemptions.repository';
import type { reductionsRepository } from '../../../subgraphs/marketing/data/reductions.repository';
import type { UserCouponRow, userCouponsRepository } from '../../../subgraphs/marketing/data/userCoupons.repository';
import { emptyRows, type Modelled } from './rows';
import type { RoomModel } from './room';

const newRows = (coupons: readonly UserCouponRow[]) => ({
  ...emptyRows(),
  user_coupons: new Map(coupons.map((coupon) => [coupon.id, coupon])),
  redemptions: new Map<string, RedemptionRow>(),
});
export type MarketingRows = ReturnType<typeof newRows>;

const heldBy = ({ user_coupons }: MarketingRows, code: string, userId: string) =>
  [...user_coupons.values()].find((coupon) => coupon.code === code && coupon.userId === userId);

type Redemptions = Modelled<typeof redemptionsRepository, 'open' | 'byOrder' | 'close'>;
const redemptionsOf = (rows: MarketingRows): Redemptions => ({
  async open({ orderId, code, userId, at }) {
    const held = heldBy(rows, code, userId);
    if (!held) return null;
    const opened = !rows.redemptions.has(orderId);
    const redemption = { tenantId: 'demo', orderId, userCouponId: held.id, redeemedAt: at, returnedAt: null };
    if (opened) rows.redemptions.set(orderId, redemption);
    return { ...held, opened };
  },
  byOrder: async (orderId) => rows.redemptions.get(orderId) ?? null,
  async close(orderId, returnedAt) {
    const known = rows.redemptions.get(orderId);
    if (known?.returnedAt) return null;
    const nothing = { tenantId: 'demo', orderId, userCouponId: null, redeemedAt: null };
    const closed = { ...(known ?? nothing), returnedAt };
    rows.redemptions.set(orderId, closed);
    return closed;
  },
});

const userCouponsOf = ({ user_coupons }: MarketingRows): Modelled<typeof userCouponsRepository, 'byIds'> => ({
  byIds: async (ids) => ids.flatMap((id) => user_coupons.get(id) ?? []),
});

const reductionsOf = (rows: MarketingRows): Modelled<typeof reductionsRepository, 'of'> => ({
  of: async ({ code, userId }) => ({ held: heldBy(rows, code, userId) ?? null, promotions: [] }),
});

const promotions = { runningOfProducts: async () => [] };

export const marketingModel = (coupons: readonly UserCouponRow[]): RoomModel<MarketingRows> => ({
  definition,
  rows: newRows(coupons),
  repositories: (rows) => ({
    redemptions: redemptionsOf(rows),
    userCoupons: userCouponsOf(rows),
    reductions: reductionsOf(rows),
    promotions,
  }),
});
