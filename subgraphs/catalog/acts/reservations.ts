import { Refusal } from '../../../platform/kernel/errors';
import { announceTurned } from './announce';
import type { Transaction } from '../context';
import { reservations } from '../data/tables';
import { reservationMachine } from '../domain/reservation.machine';
import { shortages, sumLines, type Movement, type StockLine } from '../domain/stock';
import { refuse } from '../errors';

// Locks are taken in one order everywhere, so that nobody waits crosswise: the reservation, then stock by variant id,
// then products by id.

const machine = reservationMachine;
const table = reservations;

async function move(tx: Transaction, movement: Movement, lines: readonly StockLine[]): Promise<boolean> {
  const moved = await tx.repositories.stock.move(movement, lines);
  if (moved) await announceTurned(tx, moved);
  return moved !== null;
}

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
  const opened = await tx.repositories.reservations.open({ id: orderId, status: machine.initial, expiresAt }, needed);
  if (!opened) {
    const status = await tx.repositories.reservations.status(orderId);
    if (status === 'HELD' || status === 'SOLD') return;
    throw refuse('ILLEGAL_STATE', 'The order no longer holds its goods.', ['orderId']);
  }
  if (!(await move(tx, 'reserve', needed))) throw await tooFew(tx, lines);
  await tx.begin(orderId, machine.initial);
}

/**
 * Gives back what an order holds. An order that holds nothing yet is noted as released, so that a reservation which is late
 * on its way holds nothing either.
 * @throws Refusal ILLEGAL_STATE when the goods are sold
 */
export async function release(tx: Transaction, orderId: string): Promise<void> {
  const { repositories } = tx;
  if (await repositories.reservations.open({ id: orderId, status: 'RELEASED', expiresAt: tx.now() }, [])) {
    await tx.begin(orderId, 'RELEASED');
    return;
  }
  const status = await repositories.reservations.lock(orderId);
  if (status === 'SOLD') throw refuse('ILLEGAL_STATE', 'The goods of this order are sold.', ['orderId']);
  if (status !== 'HELD' && status !== 'EXPIRED') return;
  await tx.transition({ machine, table, id: orderId, event: 'release' });
  if (status === 'HELD') await move(tx, 'release', await repositories.reservations.lines(orderId));
}

/** Gives back what an order holds when its time is over. */
export async function expire(tx: Transaction, orderId: string): Promise<void> {
  const expired = await tx.transition({ machine, table, id: orderId, event: 'expire' });
  if (expired) await move(tx, 'release', await tx.repositories.reservations.lines(orderId));
}

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
  const { repositories } = tx;
  const lines = sumLines(ordered);
  const late = await repositories.reservations.open({ id: orderId, status: 'EXPIRED', expiresAt: tx.now() }, lines);
  if (late) await tx.begin(orderId, 'EXPIRED', 'paid without a reservation');
  const status = await repositories.reservations.lock(orderId);
  const sold = await tx.transition({ machine, table, id: orderId, event: 'sell' });
  if (!sold) return;
  const movement = status === 'HELD' ? 'sell' : 'sellAvailable';
  if (!(await move(tx, movement, await repositories.reservations.lines(orderId)))) {
    throw new Error(`Order ${orderId} was paid after its reservation had ended, and there is too little stock left.`);
  }
  await repositories.tallies.addSold(unitsOfProducts(ordered));
}

/** Takes the goods of a refunded order back for sale. A refund that comes before its payment is a release. */
export async function restock(tx: Transaction, orderId: string): Promise<void> {
  const restocked = await tx.transition({ machine, table, id: orderId, event: 'restock' });
  if (restocked) await move(tx, 'restock', await tx.repositories.reservations.lines(orderId));
  else await release(tx, orderId);
}
