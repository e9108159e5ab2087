import { isUser, may } from '../../../platform/identity/identity';
import { parsePage } from '../../../platform/kernel/connections';
import type { UserResolvers } from '../__generated__/resolvers';
import { orderConnection, orderPage } from '../acts/orderPages';

export const User: UserResolvers = {
  async orders({ id }, args, { identity, tenant, loaders }) {
    if (!isUser(identity, id) && !may(identity, 'orders:read')) return null;
    const scope = `User.orders/${tenant.id}/${id}`;
    const page = parsePage(scope, args);
    const rows = await loaders.pagesByBuyer.load({ buyerId: id, ...orderPage(page) });
    return orderConnection(scope, page, rows, () => loaders.countsByBuyer.load(id));
  },
};
