import { connection, parsePage } from '../../../../platform/kernel/connections';
import { hasPermission } from '../../../../platform/identity/policies';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { afterId } from '../cursors';

const managesCoupons = hasPermission('coupons:write');

export const coupons: QueryResolvers['coupons'] = async (
  _,
  { filter, ...args },
  { identity, repositories, tenant, now },
) => {
  const all = filter?.scope === 'ALL';
  const refused = all && managesCoupons.check(identity);
  if (refused) throw refused;
  const scope = `coupons ${all ? 'all' : 'claimable'} newest ${tenant.id}`;
  const page = parsePage(scope, args);
  const listing = { claimableAt: all ? null : now() };
  const rows = await repositories.coupons.page(listing, page.limit, afterId(page, 'cpn'));
  return connection(
    scope,
    page,
    rows,
    ({ id }) => [id],
    () => repositories.coupons.count(listing),
  );
};
