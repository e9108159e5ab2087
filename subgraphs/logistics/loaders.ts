import { grouped, inOrder } from '../../platform/kernel/batches';
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

export const loaders = {
  shipmentById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(ShipmentRow | null)[]> =>
      inOrder(ids, await repositories.shipments.byIds(ids), (row) => row.id),
  shipmentsOfOrder:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<ShipmentRow[][]> =>
      grouped(ids, await repositories.shipments.ofOrders(ids), (row) => row.orderId),
  scansOfShipment:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<ScanRow[][]> =>
      grouped(ids, await repositories.scans.ofShipments(ids), (row) => row.shipmentId),
  carrierById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(CarrierRow | null)[]> =>
      inOrder(ids, await repositories.carriers.byIds(ids), (row) => row.id),
  serviceById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(ServiceRow | null)[]> =>
      inOrder(ids, await repositories.services.byIds(ids), (row) => row.id),
  servicesOfCarrier:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<ServiceRow[][]> =>
      grouped(ids, await repositories.services.ofCarriers(ids), (row) => row.carrierId),
  couriersOfCarrier:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<CourierRow[][]> =>
      grouped(ids, await repositories.carriers.couriersOfCarriers(ids), (row) => row.carrierId),
  pickupPointById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(PickupPointRow | null)[]> =>
      inOrder(ids, await repositories.pickupPoints.byIds(ids), (row) => row.id),
  areasOfZone:
    ({ repositories }: Scope) =>
    async (codes: Ids): Promise<ZoneAreaRow[][]> =>
      grouped(codes, await repositories.zones.areasOfZones(codes), (row) => row.zoneCode),
  ratesOfZone:
    ({ repositories }: Scope) =>
    async (codes: Ids): Promise<RateRow[][]> =>
      grouped(codes, await repositories.rates.ofZones(codes), (row) => row.zoneCode),
  /** By a request as JSON, since a loader knows equal keys by their text. */
  tariffsByRequest:
    ({ repositories }: Scope) =>
    async (requests: Ids): Promise<Tariff[][]> =>
      repositories.rates.tariffs(requests.map((request) => JSON.parse(request) as TariffRequest)),
};
