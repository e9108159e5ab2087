import { connection, parsePage } from '../../../../platform/kernel/connections';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { normaliseEmail } from '../../domain/account';

export const users: QueryResolvers['users'] = async (_, { first, after, email }, { repositories, tenant }) => {
  const scope = `users/${tenant.id}`;
  const page = parsePage(scope, { first, after });
  const wanted = email == null ? undefined : (normaliseEmail(email) ?? '');
  const rows = await repositories.users.page(page, wanted);
  const keysOf = (row: (typeof rows)[number]) => [row.createdAt.toISOString(), row.id];
  return connection(scope, page, rows, keysOf, () => repositories.users.count(wanted));
};
