import type { Transaction } from '../context';
import type { Movement, StockLine } from '../domain/stock';
import { announceTurned } from './announce';

/**
 * Moves stock, and tells of products that came in or out of it. Locks are taken in one order everywhere, so that nobody waits
 * crosswise: the reservation, then stock by variant id, then products by id, then how many are listed. A reservation that is only being
 * opened comes after the stock: nobody who holds it waits for any.
 * @returns false when one of the variants is unknown or has too little: then nothing has moved
 */
export async function move(tx: Transaction, movement: Movement, lines: readonly StockLine[]): Promise<boolean> {
  const moved = await tx.repositories.stock.move(movement, lines);
  if (moved) await announceTurned(tx, moved);
  return moved !== null;
}
