import { connection, parsePage } from '../../../../platform/kernel/connections';
import { parseId } from '../../../../platform/kernel/ids';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { keysOf, positionOf } from '../../domain/position';

export const payments: QueryResolvers['payments'] = async (_, { first, after, filter }, { repositories, tenant }) => {
  const scope = `payments:newest:${tenant.id}`;
  const page = parsePage(scope, { first, after });
  const search = { ...filter };
  if (search.orderId != null) parseId('ord', search.orderId, 'filter.orderId');
  const rows = await repositories.payments.list(search, page.after && positionOf('pay', page.after), page.limit + 1);
  const keys = ({ createdAt: at, id }: (typeof rows)[number]) => keysOf({ at, id });
  return connection(scope, page, rows, keys, () => repositories.payments.count(search));
};
