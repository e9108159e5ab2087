import type { RoomContext } from '../../platform/subgraph/context';
import type { repositories } from './repositories';

type Context = RoomContext<typeof repositories>;
/** One page of what a user has. */
export type UserPage<Key> = { readonly userId: string; readonly limit: number; readonly after: Key | null };

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** Users of one list are asked for the same page of each, which is one statement. */
const byPage =
  <Key, Row extends { userId: string }>(
    read: (userIds: string[], limit: number, after: Key | null) => Promise<Row[]>,
  ) =>
  async (pages: readonly UserPage<Key>[]): Promise<Row[][]> => {
    const nameOf = ({ limit, after }: UserPage<Key>) => `${limit} ${String(after)}`;
    const found = new Map<string, Map<string, Row[]>>();
    for (const [name, [first, ...rest]] of groupBy(pages, nameOf)) {
      if (!first) continue;
      const userIds = [first, ...rest].map((page) => page.userId);
      found.set(
        name,
        groupBy(await read([...new Set(userIds)], first.limit, first.after), (row) => row.userId),
      );
    }
    return pages.map((page) => found.get(nameOf(page))?.get(page.userId) ?? []);
  };

export const loaders = {
  coupon:
    ({ repositories }: Context) =>
    async (ids: readonly string[]) => {
      const rows = new Map((await repositories.coupons.byIds(ids)).map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id) ?? null);
    },
  userCoupon:
    ({ repositories }: Context) =>
    async (ids: readonly string[]) => {
      const rows = new Map((await repositories.userCoupons.byIds(ids)).map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id) ?? null);
    },
  promotion:
    ({ repositories }: Context) =>
    async (ids: readonly string[]) => {
      const rows = new Map((await repositories.promotions.byIds(ids)).map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id) ?? null);
    },
  promotionsOfProduct:
    ({ repositories, now }: Context) =>
    async (productIds: readonly string[]) => {
      const byProduct = groupBy(
        await repositories.promotions.runningByProducts(productIds, now()),
        (row) => row.productId,
      );
      return productIds.map((id) => byProduct.get(id) ?? []);
    },
  productsOfPromotion:
    ({ repositories }: Context) =>
    async (ids: readonly string[]) => {
      const byPromotion = groupBy(await repositories.promotions.productsOf(ids), (row) => row.promotionId);
      return ids.map((id) => (byPromotion.get(id) ?? []).map((row) => ({ id: row.productId })));
    },
  userCouponPage: ({ repositories }: Context) => byPage(repositories.userCoupons.pages),
  notificationPage: ({ repositories }: Context) => byPage(repositories.notifications.pages),
  unreadCount:
    ({ repositories }: Context) =>
    async (userIds: readonly string[]) => {
      const counts = new Map((await repositories.notifications.unread(userIds)).map((row) => [row.userId, row.unread]));
      return userIds.map((id) => counts.get(id) ?? 0);
    },
};
