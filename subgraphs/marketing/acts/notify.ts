import type { Transaction } from '../context';
import { type Message, write } from '../domain/messages';
import { notificationTopic } from '../topics';

export type Telling = { readonly userId: string; readonly subjectId: string; readonly orderId?: string };

/** Puts a message into a user's message centre and wakes whoever watches it. One subject is told of once. */
export async function notify(
  tx: Transaction,
  { userId, subjectId, orderId }: Telling,
  message: Message,
): Promise<void> {
  const text = write(message, tx.locale);
  const id = tx.newId('ntf');
  await tx.repositories.mailboxes.put({
    id,
    userId,
    subjectId,
    orderId: orderId ?? null,
    kind: message.kind,
    ...text,
    createdAt: tx.now(),
  });
  tx.wake(notificationTopic(userId));
}
