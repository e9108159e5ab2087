import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { olderThan } from '../../../platform/data/statements';
import type { Role } from '../../../platform/identity/identity';
import type { PageOf, Position } from '../../../platform/kernel/pages';
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
    /** Newest first. */
    page: ({ limit, after }: PageOf<Position>, email?: string): Promise<UserRow[]> =>
      db
        .select()
        .from(users)
        .where(and(matching(email), olderThan(users.createdAt, users.id, after)))
        .orderBy(desc(users.createdAt), desc(users.id))
        .limit(limit + 1),
    count: (email?: string): Promise<number> => db.$count(users, matching(email)),
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
