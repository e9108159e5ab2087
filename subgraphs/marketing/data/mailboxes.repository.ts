import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { NotificationRow } from './notifications.repository';
import { mailboxes, notifications } from './tables';

export type NewNotification = Pick<
  NotificationRow,
  'id' | 'userId' | 'kind' | 'subjectId' | 'orderId' | 'title' | 'body' | 'createdAt'
>;

/** How many notifications a live reader takes at a time. */
const PORTION = 100;

/** A user's notifications in the order in which they came. */
export const mailboxesRepository = (db: Db) => ({
  /** Puts a notification at the next position of its user's mailbox; one thing is told once. */
  async put(notification: NewNotification): Promise<void> {
    const mailbox = db.$with('mailbox').as(
      db
        .insert(mailboxes)
        .values({ userId: notification.userId, position: 1 })
        .onConflictDoUpdate({
          target: [mailboxes.tenantId, mailboxes.userId],
          set: { position: sql`${mailboxes.position} + 1` },
        })
        .returning({ position: mailboxes.position }),
    );
    await db
      .with(mailbox)
      .insert(notifications)
      .values({ ...notification, position: sql`(select position from mailbox)` })
      .onConflictDoNothing();
  },
  /** The position of the user's last notification, 0 before the first. */
  async position(userId: string): Promise<number> {
    const [row] = await db.select({ position: mailboxes.position }).from(mailboxes).where(eq(mailboxes.userId, userId));
    return row?.position ?? 0;
  },
  /** What came after a position, a portion at a time. */
  since: (userId: string, position: number): Promise<NotificationRow[]> =>
    db
      .select()
      .from(notifications)
      .where(and(eq(notifications.userId, userId), gt(notifications.position, position)))
      .orderBy(asc(notifications.position))
      .limit(PORTION),
});
