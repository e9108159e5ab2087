import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { addresses } from './tables';

export type AddressRow = typeof addresses.$inferSelect;

export const addressesRepository = (db: Db) => ({
  ofUsers: (userIds: readonly string[]) =>
    db
      .select()
      .from(addresses)
      .where(inArray(addresses.userId, [...userIds]))
      .orderBy(desc(addresses.id)),
  count: (userId: string) => db.$count(addresses, eq(addresses.userId, userId)),
  async insert(address: Omit<AddressRow, 'tenantId'>): Promise<AddressRow> {
    const [row] = await db.insert(addresses).values(address).returning();
    return row as AddressRow;
  },
  async update({ id, userId, ...set }: Omit<AddressRow, 'tenantId'>): Promise<AddressRow | null> {
    const own = and(eq(addresses.id, id), eq(addresses.userId, userId));
    return (await db.update(addresses).set(set).where(own).returning())[0] ?? null;
  },
  async remove(id: string, userId: string): Promise<boolean> {
    const own = and(eq(addresses.id, id), eq(addresses.userId, userId));
    return (await db.delete(addresses).where(own).returning({ id: addresses.id })).length > 0;
  },
});
