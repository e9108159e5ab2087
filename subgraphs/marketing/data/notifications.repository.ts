import { and, asc, count, desc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { mailboxes, notifications } from './tables';

export type NotificationRow = typeof notifications.$inferSelect;
export type NewNotification = Pick<
  NotificationRow,
  'id' | 'userId' | 'kind' | 'subjectId' | 'orderId' | 'title' | 'body' | 'createdAt'
>;

/** How many notifications a live reader takes at a time. */
const PORTION = 100;

export const notificationsRepository = (db: Db) => ({
  /** Takes the next position of the user's mailbox and puts the notification there; one thing is told once. */
  async insert(notification: NewNotification): Promise<void> {
    const [mailbox] = await db
      .insert(mailboxes)
      .values({ userId: notification.userId, position: 1 })
      .onConflictDoUpdate({
        target: [mailboxes.tenantId, mailboxes.userId],
        set: { position: sql`${mailboxes.position} + 1` },
      })
      .returning({ position: mailboxes.position });
    if (!mailbox) throw new Error(`The mailbox of ${notification.userId} could not be opened.`);
    await db
      .insert(notifications)
      .values({ ...notification, ...mailbox })
      .onConflictDoNothing();
  },
  /** The position of the user's last notification, 0 before the first. */
  async position(userId: string): Promise<number> {
    const [row] = await db.select({ position: mailboxes.position }).from(mailboxes).where(eq(mailboxes.userId, userId));
    return row?.position ?? 0;
  },
  /** What came after a position, in order, a portion at a time. */
  since: (userId: string, position: number): Promise<NotificationRow[]> =>
    db
      .select()
      .from(notifications)
      .where(and(eq(notifications.userId, userId), gt(notifications.position, position)))
      .orderBy(asc(notifications.position))
      .limit(PORTION),
  /** Newest first, up to one more than `limit` for each user. */
  pages(userIds: readonly string[], limit: number, after: number | null): Promise<NotificationRow[]> {
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
  unread: (userIds: readonly string[]): Promise<{ userId: string; unread: number }[]> =>
    db
      .select({ userId: notifications.userId, unread: count() })
      .from(notifications)
      .where(and(inArray(notifications.userId, [...userIds]), isNull(notifications.readAt)))
      .groupBy(notifications.userId),
  async count(userId: string): Promise<number> {
    const [row] = await db.select({ count: count() }).from(notifications).where(eq(notifications.userId, userId));
    return row?.count ?? 0;
  },
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
