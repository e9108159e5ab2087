import { connection, parsePage } from '../../../platform/kernel/connections';
import { pageByTime, positionKeys } from '../../../platform/kernel/pages';
import type { UserResolvers } from '../__generated__/resolvers';
import type { OrderRow } from '../data/orders.repository';
import { seesOrder } from '../visibility';

const keysOf = (row: OrderRow) => positionKeys(row.placedAt, row.id);

export const User: UserResolvers = {
  async orders({ id }, args, context) {
    if (!seesOrder(context, { buyerId: id })) return null;
    const scope = `orders/newest/${id}/${context.tenant.id}`;
    const page = parsePage(scope, args);
    const rows = await context.loaders.orderPageOfBuyer.load({ ownerId: id, ...pageByTime(page, 'ord') });
    return connection(scope, page, rows, keysOf, () => context.loaders.orderCountOfBuyer.load(id));
  },
};
