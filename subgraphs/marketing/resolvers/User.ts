import { connection, parsePage } from '../../../platform/kernel/connections';
import type { UserResolvers } from '../__generated__/resolvers';
import { maySeeBelongings } from '../policies';
import { afterId, afterPosition } from './cursors';

export const User: UserResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  async coupons({ id: userId }, args, context) {
    if (!maySeeBelongings(context, userId)) return null;
    const scope = `userCoupons newest ${context.tenant.id} ${userId}`;
    const page = parsePage(scope, args);
    const rows = await context.loaders.userCouponPage.load({ userId, limit: page.limit, after: afterId(page, 'ucp') });
    return connection(
      scope,
      page,
      rows,
      ({ id }) => [id],
      () => context.repositories.userCoupons.count(userId),
    );
  },
  async notifications({ id: userId }, args, context) {
    if (!maySeeBelongings(context, userId)) return null;
    const scope = `notifications newest ${context.tenant.id} ${userId}`;
    const page = parsePage(scope, args);
    const rows = await context.loaders.notificationPage.load({ userId, limit: page.limit, after: afterPosition(page) });
    const count = () => context.repositories.notifications.count(userId);
    return { ...connection(scope, page, rows, ({ position }) => [position], count), userId };
  },
};
