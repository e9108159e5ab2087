import type { PayloadOf } from '../../platform/contracts';
import { restock, sell } from './acts/sellStock';
import type { Transaction } from './context';

/** What was reserved for a paid order is sold. */
export const sellStock = (tx: Transaction, { orderId, lines }: PayloadOf<'orders.order-paid.v1'>): Promise<void> =>
  sell(tx, orderId, lines);

/** Goods that never left the warehouse are for sale again. Whoever has the parcel says so: a refund may overtake its dispatch. */
export const restockRecalled = (
  tx: Transaction,
  { orderId }: PayloadOf<'logistics.shipment-recalled.v1'>,
): Promise<void> => restock(tx, orderId);

/** Who has received a product may review it. */
export async function noteReceipt(
  tx: Transaction,
  { orderId, buyerId, lines }: PayloadOf<'orders.order-delivered.v1'>,
  { occurredAt }: { occurredAt: Date },
): Promise<void> {
  const productIds = [...new Set(lines.map(({ productId }) => productId))].toSorted();
  await tx.repositories.reviews.receive(
    productIds.map((productId) => ({ buyerId, productId, orderId, receivedAt: occurredAt })),
  );
}
