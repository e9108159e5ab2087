import type { Transaction } from '../context';
import type { ReservationRow, Reserved } from '../data/reservations.repository';
import type { StockLine } from '../domain/stock';

type Unreserved = { status: ReservationRow['status']; lines: readonly StockLine[]; reason?: string };

/**
 * What an order holds, locked until the transaction ends. One that has held nothing so far is noted as `otherwise`, so that a
 * reservation which is late on its way finds it.
 */
export async function lockReservation(tx: Transaction, orderId: string, otherwise: Unreserved): Promise<Reserved> {
  const { reservations } = tx.repositories;
  const known = await reservations.lock(orderId);
  if (known) return known;
  const { status, lines, reason } = otherwise;
  const noted = { id: orderId, status, expiresAt: tx.now() };
  if (await reservations.open(noted, lines, { actor: tx.actor, at: tx.now(), reason })) return otherwise;
  // It was on its way in that very moment, and `open` has waited for it.
  const late = await reservations.lock(orderId);
  if (!late) throw new Error(`The reservation of ${orderId} is neither there nor can it be made.`);
  return late;
}
