import { priceCarts } from './acts/carts';
import type { Scope } from './context';
import type { CartRow, OrderLineRow, OrderRow, TransitionRow } from './data/tables';
import type { OrderPage } from './data/orders.repository';
import type { PricedCart } from './domain/pricedCart';

/** A page of one buyer's orders. */
export type BuyersPage = OrderPage & { buyerId: string };

function group<Row>(ids: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
}

const first = async <Row>(ids: readonly string[], rows: Promise<Row[]>, keyOf: (row: Row) => string) =>
  group(ids, await rows, keyOf).map(([row]) => row ?? null);

/** Buyers who ask for the same page are answered together. */
async function pagesOfBuyers({ repositories }: Scope, pages: readonly BuyersPage[]): Promise<OrderRow[][]> {
  const answers = new Map<BuyersPage, OrderRow[]>();
  const alike = new Map<string, BuyersPage[]>();
  for (const page of pages) {
    const key = JSON.stringify([page.limit, page.after]);
    alike.set(key, [...(alike.get(key) ?? []), page]);
  }
  for (const same of alike.values()) {
    const [page] = same as [BuyersPage];
    const ids = [...new Set(same.map(({ buyerId }) => buyerId))];
    const byBuyer = group(ids, await repositories.orderLists.pageOfBuyers(ids, page), (order) => order.buyerId);
    for (const each of same) answers.set(each, byBuyer[ids.indexOf(each.buyerId)] ?? []);
  }
  return pages.map((page) => answers.get(page) ?? []);
}

export const loaders = {
  carts:
    ({ repositories }: Scope) =>
    (ids: readonly string[]): Promise<(CartRow | null)[]> =>
      first(ids, repositories.carts.byIds(ids), (cart) => cart.id),

  pricedCarts:
    (context: Scope) =>
    (carts: readonly CartRow[]): Promise<PricedCart[]> =>
      priceCarts(context, carts),

  orders:
    ({ repositories }: Scope) =>
    (ids: readonly string[]): Promise<(OrderRow | null)[]> =>
      first(ids, repositories.orders.byIds(ids), (order) => order.id),

  linesByOrder:
    ({ repositories }: Scope) =>
    async (ids: readonly string[]): Promise<OrderLineRow[][]> =>
      group(ids, await repositories.orders.linesOf(ids), (line) => line.orderId),

  historyByOrder:
    ({ repositories }: Scope) =>
    async (ids: readonly string[]): Promise<TransitionRow[][]> =>
      group(ids, await repositories.orders.historyOf(ids), (transition) => transition.entityId),

  pagesByBuyer:
    (context: Scope) =>
    (pages: readonly BuyersPage[]): Promise<OrderRow[][]> =>
      pagesOfBuyers(context, pages),

  countsByBuyer:
    ({ repositories }: Scope) =>
    async (ids: readonly string[]): Promise<number[]> => {
      const counts = new Map(
        (await repositories.orderLists.countOfBuyers(ids)).map(({ buyerId, count }) => [buyerId, count]),
      );
      return ids.map((id) => counts.get(id) ?? 0);
    },
};
