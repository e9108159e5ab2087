import { insertRows, type LoadDb } from '../../../platform/data/load';
import { type Happening, tellHistory } from '../../../platform/machine/history';
import { deliveryEstimate } from '../domain/journey';
import { SCAN_EVENTS, type ShipmentEvent, shipmentMachine, type ShipmentStatus } from '../domain/shipment.machine';
import { trackingNumber } from '../domain/trackingNumber';
import {
  carriers,
  couriers,
  pickupPoints,
  rates,
  scans,
  services,
  shipments,
  transitions,
  zoneAreas,
  zones,
} from './tables';

export { parcelPrice } from '../domain/rates';

type Row<T extends { $inferInsert: object }> = Omit<T['$inferInsert'], 'tenantId'>;

/** Who carries parcels where, and for how much. */
export type SeedNetwork = {
  carriers: Row<typeof carriers>[];
  services: Row<typeof services>[];
  couriers: Row<typeof couriers>[];
  zones: Row<typeof zones>[];
  areas: Row<typeof zoneAreas>[];
  rates: Row<typeof rates>[];
  pickupPoints: Row<typeof pickupPoints>[];
};

export type SeedScan = { status: ShipmentStatus; at: Date; description: string; location: string | null };
export type SeedShipment = Omit<
  Row<typeof shipments>,
  'status' | 'trackingNumber' | 'dispatchedAt' | 'deliveredAt' | 'estimatedDeliveryAt' | 'courierId'
> & {
  maxDays: number;
  /** When the carrier took it, and 72 random bits or more for its number. */
  dispatch: { at: Date; by: string; courierId: string; carrierName: string; entropy: bigint } | null;
  /** What the carrier told after that, in turn. */
  scans: SeedScan[];
  /** When its order was refunded before the dispatch. */
  recalledAt: Date | null;
};

export async function seedNetwork(db: LoadDb, network: SeedNetwork): Promise<void> {
  await insertRows(db, carriers, network.carriers);
  await insertRows(db, services, network.services);
  await insertRows(db, couriers, network.couriers);
  await insertRows(db, zones, network.zones);
  await insertRows(db, zoneAreas, network.areas);
  await insertRows(db, rates, network.rates);
  await insertRows(db, pickupPoints, network.pickupPoints);
}

const RECALL = 'The order was refunded before its dispatch.';
const ACTOR = 'service:logistics';

function* happenings({ dispatch, scans: told, recalledAt }: SeedShipment): Generator<Happening<ShipmentEvent>> {
  if (recalledAt) yield { event: 'recall', at: recalledAt, actor: ACTOR, reason: RECALL };
  if (dispatch) yield { event: 'dispatch', at: dispatch.at, actor: dispatch.by };
  for (const { status, at, description } of told) {
    const event = SCAN_EVENTS[status];
    if (event) yield { event, at, actor: ACTOR, reason: description };
  }
}

const story = (shipment: SeedShipment) =>
  tellHistory(shipmentMachine, shipment.id, { at: shipment.createdAt, actor: ACTOR }, [...happenings(shipment)]);

function shipmentRow(shipment: SeedShipment) {
  const { maxDays, dispatch, scans: told, recalledAt: _recalledAt, ...row } = shipment;
  return {
    ...row,
    status: story(shipment).status,
    courierId: dispatch?.courierId ?? null,
    trackingNumber: dispatch ? trackingNumber(dispatch.entropy) : null,
    dispatchedAt: dispatch?.at ?? null,
    deliveredAt: told.find(({ status }) => status === 'DELIVERED')?.at ?? null,
    estimatedDeliveryAt: deliveryEstimate(dispatch?.at ?? row.createdAt, maxDays),
  };
}

function* scansOf({ dispatch, scans: told, recalledAt }: SeedShipment): Generator<SeedScan> {
  if (recalledAt) yield { status: 'RETURNED', at: recalledAt, description: RECALL, location: null };
  if (dispatch) {
    const description = `Handed to ${dispatch.carrierName}.`;
    yield { status: 'DISPATCHED', at: dispatch.at, description, location: null };
  }
  yield* told;
}

/** The number that a parcel is followed by. */
export const trackingNumberOf = ({ dispatch }: SeedShipment): string =>
  dispatch ? trackingNumber(dispatch.entropy) : '';

/** Writes shipments with their scans. */
export async function seedShipments(db: LoadDb, seeded: readonly SeedShipment[]): Promise<void> {
  await insertRows(db, shipments, seeded.map(shipmentRow));
  await insertRows(
    db,
    scans,
    seeded.flatMap((shipment) =>
      [...scansOf(shipment)].map(({ at, ...scan }) => ({ ...scan, shipmentId: shipment.id, occurredAt: at })),
    ),
  );
  await insertRows(
    db,
    transitions,
    seeded.flatMap((shipment) => story(shipment).lines),
  );
}
