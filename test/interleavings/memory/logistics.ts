import type { scansRepository, NewScan } from '../../../subgraphs/logistics/data/scans.repository';
import type { ServiceRow, servicesRepository } from '../../../subgraphs/logistics/data/services.repository';
import type {
  NewShipment,
  ShipmentRow,
  shipmentsRepository,
} from '../../../subgraphs/logistics/data/shipments.repository';
import { logistics as definition } from '../../../subgraphs/logistics/subgraph';
import { emptyRows, type Modelled } from './rows';
import type { RoomModel } from './room';

const newRows = () => ({
  ...emptyRows(),
  shipments: new Map<string, NewShipment>(),
  scans: new Map<string, NewScan>(),
});
export type LogisticsRows = ReturnType<typeof newRows>;

const carrier = { tenantId: 'demo', id: 'car', code: 'swift', name: 'Swift' };
const withCarrier = (shipment: NewShipment): ShipmentRow => ({ tenantId: 'demo', ...shipment, carrier, courier: null });

type Shipments = Modelled<typeof shipmentsRepository, 'byIds' | 'ofOrders' | 'lock' | 'insert'>;
function shipmentsOf({ shipments }: LogisticsRows): Shipments {
  const where = (is: (shipment: NewShipment) => boolean) => [...shipments.values()].filter(is).map(withCarrier);
  return {
    byIds: async (ids) => where(({ id }) => ids.includes(id)),
    ofOrders: async (ids) => where(({ orderId }) => ids.includes(orderId)),
    lock: async () => {},
    async insert(shipment) {
      if (where(({ orderId }) => orderId === shipment.orderId).length > 0) return null;
      shipments.set(shipment.id, shipment);
      return { id: shipment.id };
    },
  };
}

const scansOf = ({ scans }: LogisticsRows): Modelled<typeof scansRepository, 'insert'> => ({
  async insert(scan) {
    const key = [scan.shipmentId, scan.status, scan.occurredAt.toISOString()].join('/');
    if (scans.has(key)) return false;
    scans.set(key, scan);
    return true;
  },
});

const service: ServiceRow = {
  tenantId: 'demo',
  id: 'svc',
  carrierId: carrier.id,
  code: 'day',
  name: 'Next day',
  minDays: 1,
  maxDays: 2,
  active: true,
};
const services: Modelled<typeof servicesRepository, 'byIds' | 'oldest'> = {
  byIds: async () => [service],
  oldest: async () => service,
};

export const logisticsModel = (): RoomModel<LogisticsRows> => ({
  definition,
  rows: newRows(),
  repositories: (rows) => ({ shipments: shipmentsOf(rows), scans: scansOf(rows), services }),
});
