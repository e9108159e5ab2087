import { event } from '../events/event';

export type OrderEventLine = {
  variantId: string;
  productId: string;
  sku: string;
  productName: string;
  quantity: number;
  unitPriceMinor: number;
};
export type OrderEventAddress = {
  recipient: string;
  phone: string | null;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  countryCode: string;
};
type OrderFact = { orderId: string; number: string; buyerId: string };

export const OrderPlaced = event<OrderFact & { currencyCode: string; totalMinor: number; lines: OrderEventLine[] }>()(
  'orders.order-placed.v1',
  'A buyer has placed an order; its stock is reserved and it waits for payment.',
);

export const OrderPaid = event<
  OrderFact & {
    paymentId: string;
    currencyCode: string;
    totalMinor: number;
    lines: OrderEventLine[];
    shipping: { address: OrderEventAddress; serviceId: string; priceMinor: number; weightGrams: number };
  }
>()('orders.order-paid.v1', 'An order is paid: its stock is sold and it may be shipped.');

export const OrderShipped = event<OrderFact & { shipmentId: string; trackingNumber: string }>()(
  'orders.order-shipped.v1',
  'The first parcel of an order is on its way.',
);

export const OrderDelivered = event<OrderFact & { lines: OrderEventLine[] }>()(
  'orders.order-delivered.v1',
  'Every parcel of an order has reached the buyer.',
);

export const OrderCompleted = event<OrderFact>()(
  'orders.order-completed.v1',
  'The buyer has confirmed the receipt of an order, or the time to object has passed.',
);

export const OrderCancelled = event<OrderFact & { reason: string }>()(
  'orders.order-cancelled.v1',
  'An unpaid order was cancelled by its buyer or staff, or expired; nothing stays reserved.',
);

export const OrderRefunded = event<OrderFact & { lines: OrderEventLine[]; restock: boolean }>()(
  'orders.order-refunded.v1',
  'All that was paid for an order was paid back. `restock`: as far as orders had heard, the goods had not left the warehouse; whether they stay, logistics.shipment-recalled.v1 tells.',
);
