import type { OrderEventLine } from '../../platform/contracts/orders';
import type { Transaction } from './context';
import { restock, sell } from './acts/reservations';

/** What was reserved for a paid order is sold. */
export const sellStock = (
  tx: Transaction,
  { orderId, lines }: { orderId: string; lines: OrderEventLine[] },
): Promise<void> => sell(tx, orderId, lines);

/** Goods that never left the warehouse are for sale again. */
export async function restockRefunded(tx: Transaction, order: { orderId: string; restock: boolean }): Promise<void> {
  if (order.restock) await restock(tx, order.orderId);
}

/** Who has received a product may review it. */
export async function noteReceipt(
  tx: Transaction,
  { orderId, buyerId, lines }: { orderId: string; buyerId: string; lines: OrderEventLine[] },
  { occurredAt }: { occurredAt: Date },
): Promise<void> {
  const productIds = [...new Set(lines.map(({ productId }) => productId))].toSorted();
  await tx.repositories.reviews.receive(
    productIds.map((productId) => ({ buyerId, productId, orderId, receivedAt: occurredAt })),
  );
}
