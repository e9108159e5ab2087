import { hasPermission } from '../../../../platform/identity/policies';
import { connection, parsePage } from '../../../../platform/kernel/connections';
import { idKeys, pageById } from '../../../../platform/kernel/pages';
import type { QueryResolvers } from '../../__generated__/resolvers';

const mayWrite = hasPermission('coupons:write');

export const coupons: QueryResolvers['coupons'] = async (_, { filter, ...args }, context) => {
  const { identity, repositories, tenant, now } = context;
  const all = filter?.scope === 'ALL';
  const refused = all && mayWrite.check(identity);
  if (refused) throw refused;
  const scope = `coupons/${all ? 'all' : 'claimable'}/newest/${tenant.id}`;
  const page = parsePage(scope, args);
  const listing = { claimableAt: all ? null : now() };
  const rows = await repositories.coupons.page(listing, pageById(page, 'cpn'));
  return connection(scope, page, rows, idKeys, () => repositories.coupons.count(listing));
};
