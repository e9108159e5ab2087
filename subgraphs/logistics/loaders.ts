import type { RoomScope } from '../../platform/subgraph/context';
import type { CarrierRow, CourierRow } from './data/carriers.repository';
import type { PickupPointRow } from './data/pickupPoints.repository';
import type { RateRow, Tariff, TariffRequest } from './data/rates.repository';
import type { ScanRow } from './data/scans.repository';
import type { ServiceRow } from './data/services.repository';
import type { ShipmentRow } from './data/shipments.repository';
import type { ZoneAreaRow } from './data/zones.repository';
import type { repositories } from './repositories';

type Scope = RoomScope<typeof repositories>;
type Ids = readonly string[];

function inOrder<Row extends { id: string }>(ids: Ids, rows: readonly Row[]): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
function grouped<Row>(keys: Ids, rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}

export const loaders = {
  shipmentById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(ShipmentRow | null)[]> =>
      inOrder(ids, await repositories.shipments.byIds(ids)),
  shipmentsByOrder:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<ShipmentRow[][]> =>
      grouped(ids, await repositories.shipments.byOrders(ids), (row) => row.orderId),
  scansByShipment:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<ScanRow[][]> =>
      grouped(ids, await repositories.scans.byShipments(ids), (row) => row.shipmentId),
  carrierById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(CarrierRow | null)[]> =>
      inOrder(ids, await repositories.carriers.byIds(ids)),
  serviceById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(ServiceRow | null)[]> =>
      inOrder(ids, await repositories.services.byIds(ids)),
  servicesByCarrier:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<ServiceRow[][]> =>
      grouped(ids, await repositories.services.activeOf(ids), (row) => row.carrierId),
  couriersByCarrier:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<CourierRow[][]> =>
      grouped(ids, await repositories.carriers.couriersOf(ids), (row) => row.carrierId),
  pickupPointById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(PickupPointRow | null)[]> =>
      inOrder(ids, await repositories.pickupPoints.byIds(ids)),
  areasByZone:
    ({ repositories }: Scope) =>
    async (codes: Ids): Promise<ZoneAreaRow[][]> =>
      grouped(codes, await repositories.zones.areasOf(codes), (row) => row.zoneCode),
  ratesByZone:
    ({ repositories }: Scope) =>
    async (codes: Ids): Promise<RateRow[][]> =>
      grouped(codes, await repositories.rates.of(codes), (row) => row.zoneCode),
  /** By a request as JSON, since a loader knows equal keys by their text. */
  tariffs:
    ({ repositories }: Scope) =>
    async (requests: Ids): Promise<Tariff[][]> =>
      repositories.rates.tariffs(requests.map((request) => JSON.parse(request) as TariffRequest)),
};

/** For what a foreign key promises to be there. @throws Error when it is not */
export async function found<Row>(loaded: Promise<Row | null>): Promise<Row> {
  const row = await loaded;
  if (row === null) throw new Error('A row that a foreign key points to is missing.');
  return row;
}
