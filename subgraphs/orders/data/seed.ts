import { insertRows, type LoadDb } from '../../../platform/data/load';
import { type Happening, tellHistory } from '../../../platform/machine/history';
import { type OrderEvent, orderMachine } from '../domain/order.machine';
import { orderNumber } from '../domain/orderDraft';
import { allocate, type Amounts, type Totals, totalsOf } from '../domain/totals';
import type { CartRow } from './carts.repository';
import type { NewOrder, NewOrderLine } from './orders.repository';
import { carts, orderLines, orderNumbers, orders, orderUpdates, taxRates, transitions } from './tables';
import type { UpdateKind } from './updates.repository';

export type SeedTaxRate = { countryCode: string; region: string; basisPoints: number };
export type SeedCart = Omit<CartRow, 'tenantId' | 'version' | 'priced'>;
export type SeedOrder = Omit<NewOrder, 'status' | 'number' | 'lastUpdate'> & {
  /** The place in the order of numbers: 100,001 is the first. */
  count: number;
  lines: Omit<NewOrderLine, 'orderId' | 'position'>[];
  history: Happening<OrderEvent>[];
  /** What subscribers were told, in turn. */
  updates: { kind: UpdateKind; at: Date }[];
};

/** What an order comes to, and each line's part of the discount. */
export const priceOrder = (amounts: Amounts): { totals: Totals; lineDiscounts: number[] } => {
  const totals = totalsOf(amounts);
  return { totals, lineDiscounts: allocate(totals.discount, amounts.lines) };
};

export const seedTaxRates = (db: LoadDb, seeded: readonly SeedTaxRate[]): Promise<void> =>
  insertRows(db, taxRates, seeded);
export const seedCarts = (db: LoadDb, seeded: readonly SeedCart[]): Promise<void> => insertRows(db, carts, seeded);

const story = ({ id, placedAt, buyerId, history }: SeedOrder) =>
  tellHistory(orderMachine, id, { at: placedAt, actor: buyerId }, history);

function orderRow(
  { count, lines: _lines, history: _history, updates, ...order }: SeedOrder,
  status: NewOrder['status'],
) {
  return { ...order, status, number: orderNumber(count), lastUpdate: updates.length };
}

/** Writes orders with their histories and what their subscribers were told. */
export async function seedOrders(db: LoadDb, seeded: readonly SeedOrder[]): Promise<void> {
  const stories = seeded.map(story);
  await insertRows(
    db,
    orders,
    seeded.map((order, index) => orderRow(order, stories[index]?.status ?? orderMachine.initial)),
  );
  await insertRows(
    db,
    orderLines,
    seeded.flatMap(({ id, lines }) => lines.map((line, position) => ({ ...line, orderId: id, position }))),
  );
  await insertRows(
    db,
    orderUpdates,
    seeded.flatMap(({ id, updates }) =>
      updates.map(({ kind, at }, index) => ({ orderId: id, sequence: index + 1, kind, occurredAt: at })),
    ),
  );
  await insertRows(
    db,
    transitions,
    stories.flatMap(({ lines }) => lines),
  );
}

/** @param last the number of the last order: the next is counted on from it */
export const seedOrderNumber = (db: LoadDb, last: number): Promise<void> => insertRows(db, orderNumbers, [{ last }]);
