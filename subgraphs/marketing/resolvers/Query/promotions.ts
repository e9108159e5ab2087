import { connection, parsePage } from '../../../../platform/kernel/connections';
import { idKeys, pageById } from '../../../../platform/kernel/pages';
import type { QueryResolvers } from '../../__generated__/resolvers';

export const promotions: QueryResolvers['promotions'] = async (_, args, { repositories, tenant }) => {
  const scope = `promotions/newest/${tenant.id}`;
  const page = parsePage(scope, args);
  const rows = await repositories.promotions.page(pageById(page, 'prm'));
  return connection(scope, page, rows, idKeys, () => repositories.promotions.count());
};
