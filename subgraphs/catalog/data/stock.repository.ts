import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { type Adjustment, type Moved, type Movement, MOVEMENTS, type StockLine } from '../domain/stock';
import { type Beginning, type NewReservation, opening } from './reservations.repository';
import { stockLevels } from './tables';

type Sale = 'sell' | 'sellAvailable';
type Adjusted = Moved & { onHand: number };

/** Far from where a number of the database, or of GraphQL, would overflow. */
const MOST_RECEIVED = 2_000_000_000;

const stockOf = (variantIds: readonly string[]) =>
  sql`from catalog.stock_levels where variant_id = any(${sql.param(variantIds)}::text[]) order by variant_id for no key update`;

/**
 * Locks stock in the order of the variants' ids, so that no two orders wait for each other, and by a statement of its own: one
 * that looks, locks and changes at once may take for available what somebody before it has just taken.
 */
async function lock(db: Db, movement: Movement, variantIds: readonly string[]): Promise<void> {
  if (movement !== 'sell' && movement !== 'sellAvailable')
    return void (await db.execute(sql`select variant_id ${stockOf(variantIds)}`));
  // Whoever sells counts what its products have sold, so they are locked as well, after all of the stock.
  await db.execute(sql`
    with stock as materialized (select product_id ${stockOf(variantIds)})
    select id from catalog.products where id = any((select array_agg(product_id) from stock)::text[])
     order by id for no key update`);
}

/**
 * What else is written if there is `enough`: items of the statement's WITH. Of what opens something nothing moves unless
 * `opened` holds a row.
 */
type Beside = { opens: SQL } | { counts: SQL };

async function move(db: Db, movement: Movement, lines: readonly StockLine[], beside?: Beside): Promise<Moved[] | null> {
  const { onHand, reserved, sold, returned } = MOVEMENTS[movement];
  const variantIds = lines.map(({ variantId }) => variantId);
  await lock(db, movement, variantIds);
  const quantities = sql.param(lines.map(({ quantity }) => quantity));
  const times = (factor: number): SQL => sql`${sql.raw(String(factor))} * there.quantity`;
  const { rows } = await db.execute<Moved>(sql`
    with wanted as (
      select * from unnest(${sql.param(variantIds)}::text[], ${quantities}::int[]) as line (variant_id, quantity)),
    there as (
      select s.variant_id, s.on_hand - s.reserved as available, wanted.quantity
        from catalog.stock_levels s join wanted on wanted.variant_id = s.variant_id),
    enough as (
      select where (select count(*) from there) = (select count(*) from wanted)
               and not exists (select from there where available + ${times(onHand - reserved)} < 0))
    ${beside ? sql`, ${'opens' in beside ? beside.opens : beside.counts}` : sql``}
    update catalog.stock_levels s
       set on_hand = s.on_hand + ${times(onHand)},
           reserved = s.reserved + ${times(reserved)},
           sold = s.sold + ${times(sold)},
           returned = s.returned + ${times(returned)}
      from there
     where s.variant_id = there.variant_id and exists (select from ${sql.raw(beside && 'opens' in beside ? 'opened' : 'enough')})
    returning s.variant_id as "variantId", s.product_id as "productId",
              there.available as before, s.on_hand - s.reserved as after`);
  return rows.length === 0 ? null : rows;
}

/** Counts units sold of products, which are locked with their stock. */
function countingSold(units: ReadonlyMap<string, number>): SQL {
  const [ids, quantities] = [[...units.keys()], [...units.values()]];
  // Lists in sub-selects: see `isAnyOf`.
  return sql`
    counted as (
      update catalog.products p set sold = p.sold + w.quantity
        from unnest((select ${sql.param(ids)}::text[]), (select ${sql.param(quantities)}::int[])) as w (id, quantity)
       where p.id = w.id and exists (select from enough))`;
}

export const stockRepository = (db: Db) => ({
  async open(levels: readonly { variantId: string; productId: string; onHand: number }[]): Promise<void> {
    await db.insert(stockLevels).values(levels.map((level) => ({ ...level, received: level.onHand })));
  },
  /**
   * Moves the stock of several variants at once: all of them, or none when one is unknown or has too little.
   * @returns the variants before and after; null when nothing moved
   */
  move: (movement: Movement, lines: readonly StockLine[]): Promise<Moved[] | null> => move(db, movement, lines),
  /** Moves the stock of what is sold, and counts it for its products. @param units how many of each product */
  sell: (movement: Sale, lines: readonly StockLine[], units: ReadonlyMap<string, number>): Promise<Moved[] | null> =>
    move(db, movement, lines, { counts: countingSold(units) }),
  /**
   * Opens an order's reservation with its stock, at once.
   * @returns null when the order has a reservation already, or cannot have all of it: then nothing is written
   */
  reserve: (reservation: NewReservation, lines: readonly StockLine[], beginning: Beginning): Promise<Moved[] | null> =>
    move(db, 'reserve', lines, { opens: opening(reservation, lines, beginning, sql`enough`) }),
  async available(variantIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await db
      .select({ id: stockLevels.variantId, available: sql<number>`${stockLevels.onHand} - ${stockLevels.reserved}` })
      .from(stockLevels)
      .where(inArray(stockLevels.variantId, [...variantIds]));
    return new Map(rows.map(({ id, available }) => [id, available]));
  },
  /** Corrects the stock of one variant. @returns null when it is not as expected, would not do, or is not there */
  async adjust(variantId: string, { delta, expectedOnHand }: Adjustment): Promise<Adjusted | null> {
    const { onHand, reserved, received } = stockLevels;
    const [row] = await db
      .update(stockLevels)
      .set({ onHand: sql`${onHand} + ${delta}`, received: sql`${received} + ${delta}` })
      .where(
        and(
          eq(stockLevels.variantId, variantId),
          expectedOnHand === null ? undefined : eq(onHand, expectedOnHand),
          sql`${onHand} + ${delta} >= ${reserved} and ${received} <= ${MOST_RECEIVED - delta}`,
        ),
      )
      .returning({ variantId: stockLevels.variantId, productId: stockLevels.productId, onHand, reserved });
    if (!row) return null;
    const after = row.onHand - row.reserved;
    return { variantId, productId: row.productId, before: after - delta, after, onHand: row.onHand };
  },
  async level(variantId: string): Promise<typeof stockLevels.$inferSelect | null> {
    const [row] = await db.select().from(stockLevels).where(eq(stockLevels.variantId, variantId));
    return row ?? null;
  },
});
