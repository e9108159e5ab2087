import { connection, parsePage } from '../../../../platform/kernel/connections';
import { invalidInput } from '../../../../platform/kernel/errors';
import { parseId } from '../../../../platform/kernel/ids';
import { idKeys, pageById } from '../../../../platform/kernel/pages';
import type { QueryResolvers, ShipmentFilter } from '../../__generated__/resolvers';
import type { ShipmentQuery } from '../../data/shipments.repository';
import { isInstant } from '../../domain/input';
import { trackingNumberArgument } from '../../domain/trackingNumber';

function instant(at: Date | null | undefined, field: string): Date | undefined {
  if (at == null) return undefined;
  if (!isInstant(at)) throw invalidInput(`${field} lies outside the years 2000 to 2199.`, ['filter', field]);
  return at;
}

const parseFilter = (filter: ShipmentFilter): ShipmentQuery => ({
  status: filter.status ?? undefined,
  carrierId: filter.carrierId == null ? undefined : parseId('car', filter.carrierId, 'carrierId'),
  orderId: filter.orderId == null ? undefined : parseId('ord', filter.orderId, 'orderId'),
  trackingNumber: filter.trackingNumber == null ? undefined : trackingNumberArgument(filter.trackingNumber),
  createdFrom: instant(filter.createdFrom, 'createdFrom'),
  createdTo: instant(filter.createdTo, 'createdTo'),
});

export const shipments: QueryResolvers['shipments'] = async (_, { filter, ...args }, { repositories, tenant }) => {
  const scope = `shipments/newest/${tenant.id}`;
  const page = parsePage(scope, args);
  const query = parseFilter(filter ?? {});
  const rows = await repositories.shipments.page(pageById(page, 'shp'), query);
  return connection(scope, page, rows, idKeys, () => repositories.shipments.count(query));
};
