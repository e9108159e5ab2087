import { countProblems, inputId, invalid, refuseAll } from '../../../platform/kernel/input';
import type { Transaction } from '../context';
import { refuse } from '../errors';

const MAX_IDS = 100;

function parseIds(ids: readonly string[]): string[] {
  const distinct = [...new Set(ids.map((id, index) => inputId('ntf', id, 'ids', index)))];
  refuseAll(countProblems(distinct, ['ids'], 1, MAX_IDS));
  return distinct;
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
  if (asked.all === (asked.ids !== null)) throw invalid('Name either some notifications or all.', 'ids');
  if (asked.ids === null) return notifications.markAllRead(userId, tx.now());
  const ids = parseIds(asked.ids);
  const marked = await notifications.markRead(userId, ids, tx.now());
  if (marked < ids.length) throw refuse('NOT_FOUND', 'You have no such notification.', ['ids']);
}
