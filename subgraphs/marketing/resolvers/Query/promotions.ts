import { connection, parsePage } from '../../../../platform/kernel/connections';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { afterId } from '../cursors';

export const promotions: QueryResolvers['promotions'] = async (_, args, { repositories, tenant }) => {
  const scope = `promotions newest ${tenant.id}`;
  const page = parsePage(scope, args);
  const rows = await repositories.promotions.page(page.limit, afterId(page, 'prm'));
  return connection(
    scope,
    page,
    rows,
    ({ id }) => [id],
    () => repositories.promotions.count(),
  );
};
