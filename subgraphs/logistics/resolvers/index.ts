import type { Resolvers } from '../__generated__/resolvers';
import { Carrier } from './Carrier';
import { CarrierService } from './CarrierService';
import { Cart } from './Cart';
import { createCarrier } from './Mutation/createCarrier';
import { createCarrierService } from './Mutation/createCarrierService';
import { createCourier } from './Mutation/createCourier';
import { createPickupPoint } from './Mutation/createPickupPoint';
import { dispatchShipment } from './Mutation/dispatchShipment';
import { recordTrackingEvent } from './Mutation/recordTrackingEvent';
import { setCarrierServiceActive } from './Mutation/setCarrierServiceActive';
import { setShippingRate } from './Mutation/setShippingRate';
import { setShippingZone } from './Mutation/setShippingZone';
import { simulateDelivery } from './Mutation/simulateDelivery';
import { Order } from './Order';
import { PickupPoint } from './PickupPoint';
import { Product } from './Product';
import { carriers } from './Query/carriers';
import { pickupPoints } from './Query/pickupPoints';
import { priceShipping } from './Query/priceShipping';
import { shipmentByTrackingNumber } from './Query/shipmentByTrackingNumber';
import { shipments } from './Query/shipments';
import { shippingZones } from './Query/shippingZones';
import { Shipment } from './Shipment';
import { ShippingRate } from './ShippingRate';
import { ShippingZone } from './ShippingZone';
import { shipmentUpdated } from './Subscription/shipmentUpdated';

export const resolvers: Partial<Resolvers> = {
  Query: { carriers, shippingZones, shipments, shipmentByTrackingNumber, pickupPoints, priceShipping },
  Mutation: {
    createCarrier,
    createCarrierService,
    setCarrierServiceActive,
    createCourier,
    setShippingZone,
    setShippingRate,
    createPickupPoint,
    dispatchShipment,
    recordTrackingEvent,
    simulateDelivery,
  },
  Subscription: { shipmentUpdated },
  Carrier,
  CarrierService,
  Cart,
  Order,
  PickupPoint,
  Product,
  Shipment,
  ShippingRate,
  ShippingZone,
};
