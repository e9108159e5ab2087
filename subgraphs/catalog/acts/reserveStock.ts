import { Refusal } from '../../../platform/kernel/errors';
import type { Transaction } from '../context';
import { reservationMachine as machine } from '../domain/reservation.machine';
import { shortages, type StockLine, sumLines } from '../domain/stock';
import { refuse } from '../errors';
import { announceTurned } from './announce';

async function tooFew(tx: Transaction, lines: readonly StockLine[]): Promise<Refusal> {
  const available = await tx.repositories.stock.available(lines.map(({ variantId }) => variantId));
  return new Refusal(
    shortages(lines, available).map(({ index, available: left }) =>
      left === null
        ? { code: 'NOT_FOUND', field: ['lines', String(index), 'variantId'], message: 'There is no such variant.' }
        : {
            code: 'OUT_OF_STOCK',
            field: ['lines', String(index), 'quantity'],
            message: `Only ${left} can be ordered.`,
          },
    ),
  );
}

export type ReservationRequest = { orderId: string; lines: readonly StockLine[]; expiresAt: Date };

/** @throws Refusal OUT_OF_STOCK, NOT_FOUND; ILLEGAL_STATE when the order has given its goods back before */
export async function reserve(tx: Transaction, { orderId, lines, expiresAt }: ReservationRequest): Promise<void> {
  const needed = sumLines(lines);
  const reservation = { id: orderId, status: machine.initial, expiresAt };
  const { stock, reservations } = tx.repositories;
  const moved = await stock.reserve(reservation, needed, { actor: tx.actor, at: tx.now() });
  if (moved) return announceTurned(tx, moved);
  const status = await reservations.status(orderId);
  if (status === null) throw await tooFew(tx, lines);
  if (status !== 'HELD' && status !== 'SOLD')
    throw refuse('ILLEGAL_STATE', 'The order no longer holds its goods.', ['orderId']);
}
