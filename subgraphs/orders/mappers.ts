import type { Connection } from '../../platform/kernel/connections';
import type { Money } from '../../platform/kernel/money';
import type { CartRow } from './data/carts.repository';
import type { OrderLineRow, OrderRow, TransitionRow } from './data/orders.repository';
import type { OrderUpdateRow } from './data/updates.repository';
import type { PricedLine } from './domain/offers';

export type Mappers = {
  Money: Money;
  User: { id: string };
  ProductVariant: { id: string };
  Cart: CartRow;
  CartLine: PricedLine;
  Order: OrderRow;
  OrderLine: OrderLineRow & { currency: string };
  OrderTransition: TransitionRow;
  OrderConnection: Connection<OrderRow>;
  OrderUpdate: OrderUpdateRow & { cursor: string; order: OrderRow };
};
