import { sql } from 'drizzle-orm';
import type { Announcement } from '../../../platform/events/event';
import type { Transaction } from '../context';
import type { OrderRow } from '../data/orders.repository';
import { orders } from '../data/tables';
import { roomForUpdates, type UpdateKind, updatesBeside, updateUnlessMoved } from '../data/updates.repository';
import { type OrderEvent, orderMachine } from '../domain/order.machine';
import { orderTopic } from '../topics';

type Advance = {
  event: OrderEvent;
  kinds: readonly UpdateKind[];
  reason?: string | null;
  set?: { deliveredAt?: Date };
  publishes?: readonly Announcement[];
  /** What its subscribers are told when its status does not allow it. */
  otherwise?: UpdateKind;
};

/** Moves an order on, and tells its subscribers; null when its status does not allow it. */
export async function advance(
  tx: Transaction,
  id: string,
  { event, kinds, reason, set, publishes, otherwise }: Advance,
): Promise<OrderRow | null> {
  const at = tx.now();
  const change = {
    machine: orderMachine,
    table: orders,
    id,
    event,
    reason,
    set: { ...set, ...roomForUpdates(kinds.length) },
    beside: sql`${updatesBeside(kinds, at)}${otherwise ? updateUnlessMoved(id, otherwise, at) : sql``}`,
    publishes,
  };
  const order = await tx.transition(change);
  if (order || otherwise) tx.wake(orderTopic(id));
  return order;
}

/** Tells an order's subscribers of something that leaves the order itself as it is; null when there is no such order. */
export async function tell(tx: Transaction, id: string, kind: UpdateKind): Promise<OrderRow | null> {
  const order = await tx.repositories.updates.tell(id, kind, tx.now());
  if (order) tx.wake(orderTopic(order.id));
  return order;
}

/** @throws Error when the order is not there (yet): the event that tells of it comes again */
export async function touch(tx: Transaction, id: string, kind: UpdateKind): Promise<OrderRow> {
  const order = await tell(tx, id, kind);
  if (!order) throw new Error(`There is no order ${id} yet.`);
  return order;
}
