import { anyone, hasPermission, type Policies, service } from '../../platform/identity/policies';

const mayRead = hasPermission('shipments:read');
const mayWrite = hasPermission('shipments:write');

export const policies = {
  Query: {
    carriers: anyone,
    shippingZones: mayRead,
    shipments: mayRead,
    shipmentByTrackingNumber: anyone,
    pickupPoints: anyone,
    priceShipping: service,
  },
  Mutation: {
    createCarrier: mayWrite,
    createCarrierService: mayWrite,
    setCarrierServiceActive: mayWrite,
    createCourier: mayWrite,
    setShippingZone: mayWrite,
    setShippingRate: mayWrite,
    createPickupPoint: mayWrite,
    dispatchShipment: mayWrite,
    recordTrackingEvent: mayWrite,
    simulateDelivery: mayWrite,
  },
  Subscription: { shipmentUpdated: anyone },
} satisfies Policies;
