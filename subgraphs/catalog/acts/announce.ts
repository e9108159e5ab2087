import { ProductChanged } from '../../../platform/contracts/catalog';
import type { Transaction } from '../context';
import { type Moved, turnedProducts } from '../domain/stock';

/** Tells the other rooms what products are like now. Called last in a transaction, when their revisions have grown. */
export async function tell(tx: Transaction, productIds: readonly string[]): Promise<void> {
  for (const snapshot of await tx.repositories.snapshots.of(productIds)) tx.publish(ProductChanged, snapshot);
}

/** Lists products where they belong now, and tells the other rooms of it. Called last in a transaction, as `tell` is. */
export async function announce(tx: Transaction, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return;
  await tx.repositories.shelves.settle(productIds);
  await tell(tx, productIds);
}

/** Stock moves all the time; only a product that came in or out of stock by it is announced. */
export async function announceTurned(tx: Transaction, moved: readonly Moved[]): Promise<void> {
  const candidates = turnedProducts(moved);
  if (candidates.length > 0) await announce(tx, await tx.repositories.tallies.turn(candidates, tx.now()));
}
