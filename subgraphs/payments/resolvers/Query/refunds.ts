import { connection, parsePage } from '../../../../platform/kernel/connections';
import { pageByTime, positionKeys } from '../../../../platform/kernel/pages';
import type { QueryResolvers } from '../../__generated__/resolvers';
import type { RefundRow } from '../../data/refunds.repository';

const keysOf = (row: RefundRow) => positionKeys(row.requestedAt, row.id);

export const refunds: QueryResolvers['refunds'] = async (_, { status = null, ...args }, { repositories, tenant }) => {
  const scope = `refunds/oldest/${tenant.id}`;
  const page = parsePage(scope, args);
  const rows = await repositories.refunds.page(status, pageByTime(page, 'ref'));
  return connection(scope, page, rows, keysOf, () => repositories.refunds.count(status));
};
