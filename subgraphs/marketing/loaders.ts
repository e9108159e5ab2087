import { counted, grouped, inOrder, paged, type PageKey } from '../../platform/kernel/batches';
import type { RoomScope } from '../../platform/subgraph/context';
import type { CouponRow } from './data/coupons.repository';
import type { NotificationRow } from './data/notifications.repository';
import type { PromotionRow } from './data/promotions.repository';
import type { UserCouponRow } from './data/userCoupons.repository';
import type { repositories } from './repositories';

type Scope = RoomScope<typeof repositories>;
type Ids = readonly string[];

export const loaders = {
  couponById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(CouponRow | null)[]> =>
      inOrder(ids, await repositories.coupons.byIds(ids), (row) => row.id),
  userCouponById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(UserCouponRow | null)[]> =>
      inOrder(ids, await repositories.userCoupons.byIds(ids), (row) => row.id),
  promotionById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(PromotionRow | null)[]> =>
      inOrder(ids, await repositories.promotions.byIds(ids), (row) => row.id),
  promotionsOfProduct:
    ({ repositories, now }: Scope) =>
    async (ids: Ids): Promise<PromotionRow[][]> =>
      grouped(ids, await repositories.promotions.runningOfProducts(ids, now()), (row) => row.productId),
  productsOfPromotion:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<{ productId: string }[][]> =>
      grouped(ids, await repositories.promotions.productsOfPromotions(ids), (row) => row.promotionId),
  userCouponPageOfUser:
    ({ repositories }: Scope) =>
    (pages: readonly PageKey<string>[]): Promise<UserCouponRow[][]> =>
      paged(pages, repositories.userCoupons.pages, (row) => row.userId),
  notificationPageOfUser:
    ({ repositories }: Scope) =>
    (pages: readonly PageKey<number>[]): Promise<NotificationRow[][]> =>
      paged(pages, repositories.notifications.pages, (row) => row.userId),
  unreadCountOfUser:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<number[]> =>
      counted(ids, await repositories.notifications.unreadCounts(ids)),
};
