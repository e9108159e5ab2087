import { decodeCursor, encodeCursor, notOfThisList } from '../../../platform/kernel/connections';
import type { Context } from '../context';
import type { OrderRow } from '../data/orders.repository';
import type { Mappers } from '../mappers';
import { orderTopic } from '../topics';

type Update = { orderUpdated: Mappers['OrderUpdate'] };

const BATCH = 100;

// A cursor is good for one order of one shop.
const scopeOf = ({ tenant }: Context, orderId: string) => `orderUpdated/${orderId}/${tenant.id}`;

/**
 * The sequence behind which to begin: that of the last update seen, else that of the last one there is.
 * @throws INVALID_INPUT when the cursor is damaged, of another order, or ahead of its order
 */
export function startOf(context: Context, order: OrderRow, after: string | null | undefined): number {
  if (after == null) return order.lastUpdate;
  const [sequence] = decodeCursor(scopeOf(context, order.id), after);
  if (typeof sequence === 'number' && sequence >= 0 && sequence <= order.lastUpdate) return sequence;
  throw notOfThisList();
}

async function* unseen(context: Context, orderId: string, seen: number): AsyncGenerator<Update> {
  const { updates, orders } = context.repositories;
  for (
    let rows = await updates.after(orderId, seen, BATCH);
    rows.length > 0;
    rows = await updates.after(orderId, seen, BATCH)
  ) {
    const [order] = (await orders.byIds([orderId])) as [OrderRow];
    for (const row of rows) {
      seen = row.sequence;
      yield { orderUpdated: { ...row, cursor: encodeCursor(scopeOf(context, orderId), [seen]), order } };
    }
    if (rows.length < BATCH) return;
  }
}

/**
 * All updates of an order behind a sequence, for ever. What has happened is read from the table and never from the wake, so
 * that nothing is lost between two of them, nor before the first.
 */
export async function* followOrder(context: Context, orderId: string, from: number): AsyncGenerator<Update> {
  let seen = from;
  for await (const _wake of context.awaken(orderTopic(orderId))) {
    for await (const update of unseen(context, orderId, seen)) {
      seen = update.orderUpdated.sequence;
      yield update;
    }
  }
}
