import type { Money } from '../../../platform/kernel/money';
import type { Transaction } from '../context';
import { refuse } from '../errors';
import { announce } from './announce';

/** @throws Refusal NOT_FOUND */
export async function setPrices(tx: Transaction, id: string, prices: readonly Money[]): Promise<void> {
  const { products, variants, prices: kept } = tx.repositories;
  const [variant] = await variants.byIds([id], tx.currency);
  if (!variant) throw refuse('NOT_FOUND', 'There is no such variant.', ['variantId']);
  await products.lock(variant.productId);
  await kept.set(prices.map(({ minor, currency }) => ({ variantId: id, currency, amount: minor })));
  await kept.sumUp(variant.productId);
  await products.update(variant.productId, {}, tx.now());
  await announce(tx, [variant.productId]);
}
