import { connection, type Connection, type CursorKeys, type Page } from '../../../platform/kernel/connections';
import { invalidInput } from '../../../platform/kernel/errors';
import { parseId } from '../../../platform/kernel/ids';
import type { OrderFilter, OrderPage, OrderPosition } from '../data/orders.repository';
import type { OrderRow } from '../data/tables';
import type { OrderFilter as FilterInput } from '../__generated__/resolvers';

const keysOf = ({ placedAt, id }: OrderRow): CursorKeys => [placedAt.toISOString(), id];

function position([placedAt, id]: CursorKeys): OrderPosition {
  const at = new Date(String(placedAt));
  if (Number.isNaN(at.getTime()) || typeof id !== 'string')
    throw invalidInput('after is not a cursor of this list.', ['after']);
  return { placedAt: at, id };
}

export const orderPage = ({ limit, after }: Page): OrderPage => ({ limit, after: after && position(after) });

export const orderConnection = (
  scope: string,
  page: Page,
  rows: readonly OrderRow[],
  count: () => Promise<number>,
): Connection<OrderRow> => connection(scope, page, rows, keysOf, count);

// The years that both JavaScript and Postgres write alike.
function plausible(time: Date | null | undefined, field: string): Date | null {
  if (!time) return null;
  const year = time.getUTCFullYear();
  if (year < 1 || year > 9999) throw invalidInput(`${field} is out of range.`, ['filter', field]);
  return time;
}

/** @throws INVALID_INPUT */
export const parseFilter = (filter: FilterInput | null | undefined): OrderFilter => ({
  status: filter?.status,
  placedFrom: plausible(filter?.placedFrom, 'placedFrom'),
  placedTo: plausible(filter?.placedTo, 'placedTo'),
  buyerId: filter?.buyerId == null ? null : parseId('usr', filter.buyerId, 'buyerId'),
  number: filter?.number == null ? null : filter.number.trim().toUpperCase(),
});
