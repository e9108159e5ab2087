import { parsePage } from '../../../../platform/kernel/connections';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { orderConnection, orderPage, parseFilter } from '../../acts/orderPages';

export const orders: QueryResolvers['orders'] = async (_parent, args, { repositories, tenant }) => {
  const filter = parseFilter(args.filter);
  const scope = `orders/${tenant.id}`;
  const page = parsePage(scope, args);
  const rows = await repositories.orderLists.page(filter, orderPage(page));
  return orderConnection(scope, page, rows, () => repositories.orderLists.count(filter));
};
