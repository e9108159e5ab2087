import { connection, parsePage } from '../../../../platform/kernel/connections';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { keysOf, positionOf } from '../../domain/position';

export const refunds: QueryResolvers['refunds'] = async (
  _,
  { first, after, status = null },
  { repositories, tenant },
) => {
  const scope = `refunds:oldest:${tenant.id}`;
  const page = parsePage(scope, { first, after });
  const rows = await repositories.refunds.list(status, page.after && positionOf('ref', page.after), page.limit + 1);
  const keys = ({ requestedAt: at, id }: (typeof rows)[number]) => keysOf({ at, id });
  return connection(scope, page, rows, keys, () => repositories.refunds.count(status));
};
