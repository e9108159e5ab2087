import { counted, grouped, inOrder, paged, type PageKey } from '../../platform/kernel/batches';
import type { Position } from '../../platform/kernel/pages';
import { priceCarts } from './acts/priceCarts';
import type { Scope } from './context';
import type { CartRow } from './data/carts.repository';
import type { OrderLineRow, OrderRow, TransitionRow } from './data/orders.repository';
import type { PricedCart } from './domain/pricedCart';

type Ids = readonly string[];

export const loaders = {
  cartById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(CartRow | null)[]> =>
      inOrder(ids, await repositories.carts.byIds(ids), (row) => row.id),
  pricedCartOfCart:
    (context: Scope) =>
    (carts: readonly CartRow[]): Promise<PricedCart[]> =>
      priceCarts(context, carts),
  orderById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(OrderRow | null)[]> =>
      inOrder(ids, await repositories.orders.byIds(ids), (row) => row.id),
  linesOfOrder:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<OrderLineRow[][]> =>
      grouped(ids, await repositories.orders.linesOfOrders(ids), (row) => row.orderId),
  historyOfOrder:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<TransitionRow[][]> =>
      grouped(ids, await repositories.orders.historyOfOrders(ids), (row) => row.entityId),
  orderPageOfBuyer:
    ({ repositories }: Scope) =>
    (pages: readonly PageKey<Position>[]): Promise<OrderRow[][]> =>
      paged(pages, repositories.orderLists.pages, (row) => row.buyerId),
  orderCountOfBuyer:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<number[]> =>
      counted(ids, await repositories.orderLists.counts(ids)),
};
