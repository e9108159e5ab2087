import type { Transaction } from '../context';
import { reservations as table } from '../data/tables';
import { reservationMachine as machine } from '../domain/reservation.machine';
import { type StockLine, sumLines } from '../domain/stock';
import { announceTurned } from './announce';
import { lockReservation } from './lockReservation';
import { move } from './moveStock';
import { release } from './releaseStock';

function unitsOfProducts(lines: readonly { productId: string; quantity: number }[]): Map<string, number> {
  const units = new Map<string, number>();
  for (const { productId, quantity } of lines) units.set(productId, (units.get(productId) ?? 0) + quantity);
  return units;
}

/**
 * Turns what an order holds into a sale. When its time had run out before it was paid, it takes what is available.
 * @throws Error when that is too little: the event comes again later, and is served once there is stock
 */
export async function sell(
  tx: Transaction,
  orderId: string,
  ordered: readonly (StockLine & { productId: string })[],
): Promise<void> {
  const unreserved = { status: 'EXPIRED', lines: sumLines(ordered), reason: 'paid without a reservation' } as const;
  const { status, lines } = await lockReservation(tx, orderId, unreserved);
  const sold = await tx.transition({ machine, table, id: orderId, event: 'sell' });
  if (!sold) return;
  const movement = status === 'HELD' ? 'sell' : 'sellAvailable';
  const moved = await tx.repositories.stock.sell(movement, lines, unitsOfProducts(ordered));
  if (!moved) {
    throw new Error(`Order ${orderId} was paid after its reservation had ended, and there is too little stock left.`);
  }
  await announceTurned(tx, moved);
}

/** Takes the goods of a refunded order back for sale. A recall that comes before the payment is a release. */
export async function restock(tx: Transaction, orderId: string): Promise<void> {
  const restocked = await tx.transition({ machine, table, id: orderId, event: 'restock' });
  if (restocked) await move(tx, 'restock', await tx.repositories.reservations.lines(orderId));
  else await release(tx, orderId);
}
