import type { Transaction } from '../context';
import { reservations as table } from '../data/tables';
import { reservationMachine as machine } from '../domain/reservation.machine';
import { refuse } from '../errors';
import { lockReservation } from './lockReservation';
import { move } from './moveStock';

/**
 * Gives back what an order holds. An order that holds nothing yet is noted as released, so that a reservation which is late
 * on its way holds nothing either.
 * @throws Refusal ILLEGAL_STATE when the goods are sold
 */
export async function release(tx: Transaction, orderId: string): Promise<void> {
  const { status, lines } = await lockReservation(tx, orderId, { status: 'RELEASED', lines: [] });
  if (status === 'SOLD') throw refuse('ILLEGAL_STATE', 'The goods of this order are sold.', ['orderId']);
  if (status !== 'HELD' && status !== 'EXPIRED') return;
  await tx.transition({ machine, table, id: orderId, event: 'release' });
  if (status === 'HELD') await move(tx, 'release', lines);
}

/** Gives back what an order holds when its time is over. */
export async function expire(tx: Transaction, orderId: string): Promise<void> {
  const expired = await tx.transition({ machine, table, id: orderId, event: 'expire' });
  if (expired) await move(tx, 'release', await tx.repositories.reservations.lines(orderId));
}
