import { orders as definition } from '../../../subgraphs/orders/subgraph';
import type { CartRow, cartsRepository } from '../../../subgraphs/orders/data/carts.repository';
import type { NewOrderLine, OrderRow, ordersRepository } from '../../../subgraphs/orders/data/orders.repository';
import type { taxRatesRepository } from '../../../subgraphs/orders/data/taxRates.repository';
import type { updatesRepository } from '../../../subgraphs/orders/data/updates.repository';
import { eventLine } from '../../../subgraphs/orders/acts/facts';
import { emptyRows, type Modelled } from './rows';
import type { RoomModel } from './room';

type Carts = Modelled<typeof cartsRepository, 'byIds' | 'claim' | 'release'>;
type Orders = Modelled<
  typeof ordersRepository,
  'byIds' | 'told' | 'linesOfOrders' | 'lock' | 'nextNumber' | 'insert' | 'unpaid'
>;

const newRows = (carts: readonly CartRow[]) => ({
  ...emptyRows(),
  carts: new Map(carts.map((cart) => [cart.id, cart])),
  orders: new Map<string, OrderRow>(),
  lines: new Map<string, NewOrderLine[]>(),
  numbers: { last: 100_000 },
});
export type OrdersRows = ReturnType<typeof newRows>;

const all = <Row>(rows: ReadonlyMap<string, Row>, ids: readonly string[]): Row[] =>
  ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [row] : [];
  });

const cartsOf = ({ carts }: OrdersRows): Carts => ({
  byIds: async (ids) => all(carts, ids),
  async claim({ id, version }, { orderId, buyerId }, priced) {
    const cart = carts.get(id);
    if (!cart || cart.version !== version || cart.orderId !== null) return false;
    carts.set(id, { ...cart, orderId, buyerId, priced });
    return true;
  },
  async release(id, orderId) {
    const cart = carts.get(id);
    if (cart?.orderId === orderId)
      carts.set(id, { ...cart, orderId: null, buyerId: cart.priced?.cartBuyerId ?? null, priced: null });
  },
});

const ordersOf = ({ orders, lines, numbers }: OrdersRows): Orders => ({
  byIds: async (ids) => all(orders, ids),
  async told(id) {
    const order = orders.get(id);
    return order ? { order, lines: (lines.get(id) ?? []).map((line) => eventLine(line)) } : null;
  },
  linesOfOrders: async (ids) => ids.flatMap((id) => lines.get(id) ?? []) as never,
  lock: async (id) => orders.get(id) ?? null,
  nextNumber: async () => (numbers.last += 1),
  async insert(order, ofOrder) {
    if (orders.has(order.id)) return null;
    orders.set(order.id, order as OrderRow);
    lines.set(order.id, ofOrder);
    return order as OrderRow;
  },
  unpaid: async (before, limit) =>
    [...orders.values()].filter(({ status, payBy }) => status === 'PENDING_PAYMENT' && payBy <= before).slice(0, limit),
});

const taxRates: Modelled<typeof taxRatesRepository, 'rateFor'> = { rateFor: async () => 1900 };

const updatesOf = ({ orders }: OrdersRows): Modelled<typeof updatesRepository, 'tell'> => ({
  tell: async (orderId) => orders.get(orderId) ?? null,
});

export const ordersModel = (carts: readonly CartRow[]): RoomModel<OrdersRows> => ({
  definition,
  rows: newRows(carts),
  repositories: (rows) => ({ carts: cartsOf(rows), orders: ordersOf(rows), taxRates, updates: updatesOf(rows) }),
});
