import { connection, parsePage } from '../../../../platform/kernel/connections';
import { parseId } from '../../../../platform/kernel/ids';
import { pageByTime, positionKeys } from '../../../../platform/kernel/pages';
import type { OrderFilter as FilterInput, QueryResolvers } from '../../__generated__/resolvers';
import type { OrderFilter } from '../../data/orderLists.repository';
import type { OrderRow } from '../../data/orders.repository';

const parseFilter = ({ buyerId, number, ...filter }: FilterInput): OrderFilter => ({
  ...filter,
  buyerId: buyerId == null ? null : parseId('usr', buyerId, 'buyerId'),
  number: number == null ? null : number.trim().toUpperCase(),
});

const keysOf = (row: OrderRow) => positionKeys(row.placedAt, row.id);

export const orders: QueryResolvers['orders'] = async (_, { filter, ...args }, { repositories, tenant }) => {
  const scope = `orders/newest/${tenant.id}`;
  const page = parsePage(scope, args);
  const parsed = parseFilter(filter ?? {});
  const rows = await repositories.orderLists.page(parsed, pageByTime(page, 'ord'));
  return connection(scope, page, rows, keysOf, () => repositories.orderLists.count(parsed));
};
