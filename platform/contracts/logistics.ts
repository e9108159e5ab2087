import { event } from '../events/event';

type ShipmentFact = { shipmentId: string; orderId: string };

export const ShipmentCreated = event<ShipmentFact>()(
  'logistics.shipment-created.v1',
  'A paid order has a parcel to be sent.',
);

export const ShipmentDispatched = event<ShipmentFact & { trackingNumber: string }>()(
  'logistics.shipment-dispatched.v1',
  'A parcel was handed to its carrier.',
);

export const ShipmentRecalled = event<ShipmentFact>()(
  'logistics.shipment-recalled.v1',
  'The parcel of a refunded order has not left the warehouse and stays there: its goods are for sale again.',
);

export const ShipmentScanned = event<
  ShipmentFact & {
    trackingNumber: string;
    status: string;
    description: string;
    location: string | null;
    scannedAt: string;
  }
>()('logistics.shipment-scanned.v1', 'The carrier has scanned a parcel; status DELIVERED means that the buyer has it.');
