import { connection, notOfThisList, type Page, parsePage } from '../../../platform/kernel/connections';
import { idKeys, pageById, type PageOf } from '../../../platform/kernel/pages';
import type { UserResolvers } from '../__generated__/resolvers';
import { seesBelongings } from '../visibility';

/** A page of a mailbox begins behind a position. */
function pageByPosition({ limit, after }: Page): PageOf<number> {
  const position = after && after[0];
  if (after !== null && !Number.isSafeInteger(position)) throw notOfThisList();
  return { limit, after: (position ?? null) as number | null };
}

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  async coupons({ id }, args, context) {
    if (!seesBelongings(context, id)) return null;
    const scope = `userCoupons/newest/${id}/${context.tenant.id}`;
    const page = parsePage(scope, args);
    const rows = await context.loaders.userCouponPageOfUser.load({ ownerId: id, ...pageById(page, 'ucp') });
    return connection(scope, page, rows, idKeys, () => context.repositories.userCoupons.count(id));
  },
  async notifications({ id }, args, context) {
    if (!seesBelongings(context, id)) return null;
    const scope = `notifications/newest/${id}/${context.tenant.id}`;
    const page = parsePage(scope, args);
    const rows = await context.loaders.notificationPageOfUser.load({ ownerId: id, ...pageByPosition(page) });
    const count = () => context.repositories.notifications.count(id);
    return { ...connection(scope, page, rows, ({ position }) => [position], count), userId: id };
  },
};
