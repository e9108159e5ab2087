import { isId } from '../../../platform/kernel/ids';
import type { Transaction } from '../context';
import { refuse } from '../errors';

const MAX_IDS = 100;

function parseIds(ids: readonly string[]): string[] {
  const wrong = ids.findIndex((id) => !isId('ntf', id));
  if (wrong >= 0) throw refuse('INVALID_INPUT', 'This is not an id of the form ntf_….', ['ids', String(wrong)]);
  const distinct = [...new Set(ids)];
  if (distinct.length >= 1 && distinct.length <= MAX_IDS) return distinct;
  throw refuse('INVALID_INPUT', `Name 1 to ${MAX_IDS} notifications.`, ['ids']);
}

/**
 * Marks all notifications of a user as read, or some: then every one of them must be the user's.
 * @throws Refusal INVALID_INPUT, NOT_FOUND
 */
export async function markNotificationsRead(
  tx: Transaction,
  userId: string,
  asked: { ids: readonly string[] | null; all: boolean },
): Promise<void> {
  const { notifications } = tx.repositories;
  if (asked.all === (asked.ids !== null))
    throw refuse('INVALID_INPUT', 'Name either some notifications or all.', ['ids']);
  if (asked.ids === null) return notifications.markAllRead(userId, tx.now());
  const ids = parseIds(asked.ids);
  const marked = await notifications.markRead(userId, ids, tx.now());
  if (marked < ids.length) throw refuse('NOT_FOUND', 'You have no such notification.', ['ids']);
}
