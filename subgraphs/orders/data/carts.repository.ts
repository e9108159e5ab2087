import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { assignments, columnsOf, insertOf, readRow } from '../../../platform/data/rows';
import { isAnyOf, lazily } from '../../../platform/data/statements';
import type { CartLine } from '../domain/cart';
import type { Priced } from '../domain/placement';
import { carts } from './tables';

export type CartRow = typeof carts.$inferSelect;

const prepareByIds = (db: Db) => db.select().from(carts).where(isAnyOf(carts.id, 'ids')).prepare('orders_carts_by_ids');

export type NewCart = Pick<CartRow, 'id' | 'buyerId' | 'currencyCode' | 'lines' | 'updatedAt'>;
export type CartContent = { buyerId: string | null; couponCode: string | null; lines: CartLine[]; updatedAt: Date };

export const cartsRepository = (db: Db) => {
  const byIds = lazily(() => prepareByIds(db));
  return {
    byIds: (ids: readonly string[]): Promise<CartRow[]> => byIds().execute({ ids }),

    async insert(cart: NewCart): Promise<CartRow> {
      const { rows } = await db.execute(sql`${insertOf(carts, cart)} returning ${columnsOf(carts)}`);
      return readRow(carts, rows[0] as Record<string, unknown>);
    },

    /** Replaces what an open cart holds if it is still what was read; null when somebody else was first. */
    async replace({ id, version }: Pick<CartRow, 'id' | 'version'>, content: CartContent): Promise<CartRow | null> {
      const set = assignments(carts, { ...content, version: version + 1 });
      const { rows } = await db.execute(sql`
        update ${carts} set ${set} where id = ${id} and version = ${version} and order_id is null
        returning ${columnsOf(carts)}`);
      return rows[0] ? readRow(carts, rows[0]) : null;
    },

    /** Takes a cart for an order, at a price, if it is still what was read and no order has taken it. */
    async claim(
      cart: Pick<CartRow, 'id' | 'version'>,
      { orderId, buyerId }: { orderId: string; buyerId: string },
      priced: Priced,
    ): Promise<boolean> {
      const claimed = await db
        .update(carts)
        .set({ orderId, buyerId, priced })
        .where(and(eq(carts.id, cart.id), eq(carts.version, cart.version), isNull(carts.orderId)))
        .returning({ id: carts.id });
      return claimed.length === 1;
    },

    /** Gives a cart that an order had taken back to whose it was before. */
    async release(id: string, orderId: string): Promise<void> {
      await db
        .update(carts)
        .set({ orderId: null, buyerId: sql`${carts.priced} ->> 'cartBuyerId'`, priced: null })
        .where(and(eq(carts.id, id), eq(carts.orderId, orderId)));
    },

    /** Deletes up to `limit` carts that were never ordered and not touched since `before`. */
    async purge(before: Date, limit: number): Promise<number> {
      const stale = db
        .select({ id: carts.id })
        .from(carts)
        .where(and(isNull(carts.orderId), lt(carts.updatedAt, before)))
        .limit(limit);
      const gone = await db
        .delete(carts)
        .where(and(inArray(carts.id, stale), isNull(carts.orderId)))
        .returning({ id: carts.id });
      return gone.length;
    },
  };
};
