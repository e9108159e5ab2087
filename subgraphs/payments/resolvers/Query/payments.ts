import { connection, parsePage } from '../../../../platform/kernel/connections';
import { parseId } from '../../../../platform/kernel/ids';
import { pageByTime, positionKeys } from '../../../../platform/kernel/pages';
import type { QueryResolvers } from '../../__generated__/resolvers';
import type { PaymentRow } from '../../data/payments.repository';

const keysOf = (row: PaymentRow) => positionKeys(row.createdAt, row.id);

export const payments: QueryResolvers['payments'] = async (_, { filter, ...args }, { repositories, tenant }) => {
  const scope = `payments/newest/${tenant.id}`;
  const page = parsePage(scope, args);
  const search = { ...filter };
  if (search.orderId != null) parseId('ord', search.orderId, 'filter.orderId');
  const rows = await repositories.payments.page(search, pageByTime(page, 'pay'));
  return connection(scope, page, rows, keysOf, () => repositories.payments.count(search));
};
