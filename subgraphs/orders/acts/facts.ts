import type { OrderEventLine } from '../../../platform/contracts/orders';
import type { Transaction } from '../context';
import type { OrderLineRow, OrderRow } from '../data/orders.repository';

/** What every event of an order tells. */
export const factOf = ({ id, number, buyerId }: Pick<OrderRow, 'id' | 'number' | 'buyerId'>) => ({
  orderId: id,
  number,
  buyerId,
});

type Line = Pick<OrderLineRow, 'variantId' | 'productId' | 'sku' | 'productName' | 'quantity' | 'unitPriceMinor'>;
export const eventLine = ({
  variantId,
  productId,
  sku,
  productName,
  quantity,
  unitPriceMinor,
}: Line): OrderEventLine => ({
  variantId,
  productId,
  sku,
  productName,
  quantity,
  unitPriceMinor,
});

export const eventLinesOf = async (tx: Transaction, orderId: string): Promise<OrderEventLine[]> =>
  (await tx.repositories.orders.linesOfOrders([orderId])).map(eventLine);
