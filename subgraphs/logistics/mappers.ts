import type { Connection } from '../../platform/kernel/connections';
import type { Money } from '../../platform/kernel/money';
import type { CarrierRow, CourierRow } from './data/carriers.repository';
import type { PickupPointRow } from './data/pickupPoints.repository';
import type { RateRow } from './data/rates.repository';
import type { ScanRow } from './data/scans.repository';
import type { ServiceRow } from './data/services.repository';
import type { ShipmentRow } from './data/shipments.repository';
import type { ZoneAreaRow, ZoneRow } from './data/zones.repository';

export type Mappers = {
  Money: Money;
  Carrier: CarrierRow;
  CarrierService: ServiceRow;
  Courier: CourierRow;
  ShippingZone: ZoneRow;
  ShippingZoneArea: ZoneAreaRow;
  ShippingRate: RateRow;
  Shipment: ShipmentRow;
  TrackingEvent: ScanRow;
  PickupPoint: PickupPointRow;
  ShipmentConnection: Connection<ShipmentRow>;
  PickupPointConnection: Connection<PickupPointRow>;
  Order: { id: string };
  Cart: { id: string; totalWeightGrams: number; currencyCode: string };
  Product: { id: string; shippingWeightGrams: number };
};
