import type { PayloadOf } from '../../platform/contracts';
import type { ProductSnapshot } from '../../platform/contracts/catalog';
import type { Transaction } from './context';

export const indexProduct = (tx: Transaction, snapshot: ProductSnapshot) =>
  tx.repositories.index.indexProducts([snapshot]);

/** A product counts once an order with all its variants together. */
export async function recordSale(tx: Transaction, { lines }: PayloadOf<'orders.order-paid.v1'>): Promise<void> {
  const units = new Map<string, number>();
  for (const { productId, quantity } of lines) units.set(productId, (units.get(productId) ?? 0) + quantity);
  await tx.repositories.sales.record([...units].map(([productId, sold]) => ({ productId, units: sold })));
}
