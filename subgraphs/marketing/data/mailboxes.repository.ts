import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { insertOf } from '../../../platform/data/rows';
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
    const position = sql`(select position from mailbox)`;
    await db.execute(sql`
      with mailbox as (
        insert into ${mailboxes} as box (user_id, position) values (${notification.userId}, 1)
        on conflict (tenant_id, user_id) do update set position = box.position + 1
        returning position)
      ${insertOf(notifications, { ...notification, position })} on conflict do nothing`);
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
