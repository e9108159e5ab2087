import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { Role } from '../../../platform/identity/identity';
import type { Page } from '../../../platform/kernel/connections';
import { users } from './tables';

export type UserRow = typeof users.$inferSelect;

export const usersRepository = (db: Db) => {
  const matching = (email?: string) => (email === undefined ? undefined : eq(users.email, email));
  return {
    byIds: (ids: readonly string[]) =>
      db
        .select()
        .from(users)
        .where(inArray(users.id, [...ids])),
    async byEmail(email: string): Promise<UserRow | null> {
      return (await db.select().from(users).where(eq(users.email, email)))[0] ?? null;
    },
    /** Null when the address is taken. */
    async insert(user: Omit<UserRow, 'tenantId'>): Promise<UserRow | null> {
      return (await db.insert(users).values(user).onConflictDoNothing().returning())[0] ?? null;
    },
    async page({ limit, after }: Page, email?: string): Promise<UserRow[]> {
      const older = after && sql`(${users.createdAt}, ${users.id}) < (${after[0]}::timestamptz, ${after[1]})`;
      return db
        .select()
        .from(users)
        .where(and(matching(email), older ?? undefined))
        .orderBy(desc(users.createdAt), desc(users.id))
        .limit(limit + 1);
    },
    async count(email?: string): Promise<number> {
      return (
        (
          await db
            .select({ count: sql<number>`count(*)::int` })
            .from(users)
            .where(matching(email))
        )[0]?.count ?? 0
      );
    },
    async update(id: string, set: Partial<Pick<UserRow, 'displayName' | 'passwordHash'>>): Promise<UserRow | null> {
      return (await db.update(users).set(set).where(eq(users.id, id)).returning())[0] ?? null;
    },
    async addRole(id: string, role: Role): Promise<UserRow | null> {
      const roles = sql`case when ${role} = any(${users.roles}) then ${users.roles} else array_append(${users.roles}, ${role}) end`;
      return (await db.update(users).set({ roles }).where(eq(users.id, id)).returning())[0] ?? null;
    },
    async removeRole(id: string, role: Role): Promise<UserRow | null> {
      const roles = sql`array_remove(${users.roles}, ${role})`;
      return (await db.update(users).set({ roles }).where(eq(users.id, id)).returning())[0] ?? null;
    },
    /** Whoever has a role, locked: so that of two who take it from each other, one is last. */
    async lockHolders(role: Role): Promise<string[]> {
      const rows = await db
        .select({ id: users.id })
        .from(users)
        .where(sql`${role} = any(${users.roles})`)
        .orderBy(users.id)
        .for('update');
      return rows.map((row) => row.id);
    },
  };
};
