import { catalog as definition } from '../../../subgraphs/catalog/subgraph';
import type { ReservationRow, reservationsRepository } from '../../../subgraphs/catalog/data/reservations.repository';
import type { stockRepository } from '../../../subgraphs/catalog/data/stock.repository';
import type { talliesRepository } from '../../../subgraphs/catalog/data/tallies.repository';
import { type Moved, type Movement, MOVEMENTS, type StockLine } from '../../../subgraphs/catalog/domain/stock';
import { emptyRows, type Modelled } from './rows';
import type { RoomModel } from './room';

export type Level = { onHand: number; reserved: number; received: number; sold: number; returned: number };

const newRows = (stock: ReadonlyMap<string, number>) => ({
  ...emptyRows(),
  stock: new Map<string, Level>(
    [...stock].map(([id, onHand]) => [id, { onHand, reserved: 0, received: onHand, sold: 0, returned: 0 }]),
  ),
  reservations: new Map<string, Omit<ReservationRow, 'tenantId'>>(),
  lines: new Map<string, readonly StockLine[]>(),
});
export type CatalogRows = ReturnType<typeof newRows>;

/** All of it, or nothing when one has too little. */
function move({ stock }: CatalogRows, movement: Movement, lines: readonly StockLine[]): Moved[] | null {
  const { onHand, reserved, sold, returned } = MOVEMENTS[movement];
  const levels = lines.map(({ variantId, quantity }) => ({ variantId, quantity, level: stock.get(variantId) }));
  const fits = ({ level, quantity }: (typeof levels)[number]) =>
    level && level.onHand - level.reserved + (onHand - reserved) * quantity >= 0;
  if (!levels.every(fits)) return null;
  return levels.map(({ variantId, quantity, level }) => {
    const before = level as Level;
    const after = {
      ...before,
      onHand: before.onHand + onHand * quantity,
      reserved: before.reserved + reserved * quantity,
      sold: before.sold + sold * quantity,
      returned: before.returned + returned * quantity,
    };
    // As the table's constraints do.
    if (after.reserved < 0 || after.reserved > after.onHand) throw new Error(`The stock of ${variantId} is oversold.`);
    stock.set(variantId, after);
    return {
      variantId,
      productId: `of ${variantId}`,
      before: before.onHand - before.reserved,
      after: after.onHand - after.reserved,
    };
  });
}

type Stock = Modelled<typeof stockRepository, 'reserve' | 'move' | 'sell' | 'available'>;
const stockOf = (rows: CatalogRows): Stock => ({
  async reserve(reservation, lines) {
    if (rows.reservations.has(reservation.id)) return null;
    const moved = move(rows, 'reserve', lines);
    if (!moved) return null;
    rows.reservations.set(reservation.id, { ...reservation });
    rows.lines.set(reservation.id, lines);
    return moved;
  },
  move: async (movement, lines) => move(rows, movement, lines),
  sell: async (movement, lines) => move(rows, movement, lines),
  available: async (ids) =>
    new Map(
      ids.flatMap((id) => {
        const level = rows.stock.get(id);
        return level ? [[id, level.onHand - level.reserved] as const] : [];
      }),
    ),
});

type Reservations = Modelled<typeof reservationsRepository, 'open' | 'status' | 'lock' | 'lines' | 'due'>;
const reservationsOf = ({ reservations, lines }: CatalogRows): Reservations => ({
  async open(reservation, held) {
    if (reservations.has(reservation.id)) return false;
    reservations.set(reservation.id, { ...reservation });
    lines.set(reservation.id, held);
    return true;
  },
  status: async (id) => reservations.get(id)?.status ?? null,
  async lock(id) {
    const known = reservations.get(id);
    return known ? { status: known.status, lines: lines.get(id) ?? [] } : null;
  },
  lines: async (id) => [...(lines.get(id) ?? [])],
  due: async (now, limit) =>
    [...reservations.values()]
      .filter(({ status, expiresAt }) => status === 'HELD' && expiresAt <= now)
      .map(({ id }) => id)
      .slice(0, limit),
});

/** Who may review what is told by the room's own tests. */
const reviews = { receive: async () => {} };

/** What is in stock is told by the room's own tests. */
const tallies: Modelled<typeof talliesRepository, 'turn'> = { turn: async () => [] };
const shelves = { settle: async () => {} };
const snapshots = { of: async () => [] };

export const catalogModel = (stock: ReadonlyMap<string, number>): RoomModel<CatalogRows> => ({
  definition,
  rows: newRows(stock),
  repositories: (rows) => ({
    stock: stockOf(rows),
    reservations: reservationsOf(rows),
    reviews,
    tallies,
    shelves,
    snapshots,
  }),
});
