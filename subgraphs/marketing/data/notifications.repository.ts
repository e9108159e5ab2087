import { and, count, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { PageOf } from '../../../platform/kernel/pages';
import { notifications } from './tables';

export type NotificationRow = typeof notifications.$inferSelect;

export const notificationsRepository = (db: Db) => ({
  /** Newest first, a page for each of several users in one statement. */
  pages(userIds: readonly string[], { limit, after }: PageOf<number>): Promise<NotificationRow[]> {
    const page = db
      .select()
      .from(notifications)
      .where(
        and(eq(notifications.userId, sql`users.id`), after === null ? undefined : lt(notifications.position, after)),
      )
      .orderBy(desc(notifications.position))
      .limit(limit + 1)
      .as('page');
    return db
      .select(page._.selectedFields)
      .from(sql`unnest(${sql.param([...userIds])}::text[]) as users(id)`)
      .crossJoinLateral(page)
      .orderBy(desc(page.position));
  },
  unreadCounts: (userIds: readonly string[]): Promise<{ key: string; count: number }[]> =>
    db
      .select({ key: notifications.userId, count: count() })
      .from(notifications)
      .where(and(inArray(notifications.userId, [...userIds]), isNull(notifications.readAt)))
      .groupBy(notifications.userId),
  count: (userId: string): Promise<number> => db.$count(notifications, eq(notifications.userId, userId)),
  /** @returns how many of these belong to the user; read before or not, they are read now */
  async markRead(userId: string, ids: readonly string[], now: Date): Promise<number> {
    const rows = await db
      .update(notifications)
      .set({ readAt: sql`coalesce(${notifications.readAt}, ${now.toISOString()}::timestamptz)` })
      .where(and(eq(notifications.userId, userId), inArray(notifications.id, [...ids])))
      .returning({ id: notifications.id });
    return rows.length;
  },
  async markAllRead(userId: string, now: Date): Promise<void> {
    await db
      .update(notifications)
      .set({ readAt: now })
      .where(and(eq(notifications.userId, userId), isNull(notifications.readAt)));
  },
});
