import { connection, parsePage } from '../../../../platform/kernel/connections';
import { pageByTime, positionKeys } from '../../../../platform/kernel/pages';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { normaliseEmail } from '../../domain/account';

export const users: QueryResolvers['users'] = async (_, { first, after, email }, { repositories, tenant }) => {
  const scope = `users/newest/${tenant.id}`;
  const page = parsePage(scope, { first, after });
  const wanted = email == null ? undefined : (normaliseEmail(email) ?? '');
  const rows = await repositories.users.page(pageByTime(page, 'usr'), wanted);
  const keysOf = (row: (typeof rows)[number]) => positionKeys(row.createdAt, row.id);
  return connection(scope, page, rows, keysOf, () => repositories.users.count(wanted));
};
