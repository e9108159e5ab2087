import type { Transaction } from '../context';
import { type Adjustment, whyNotAdjusted } from '../domain/stock';
import { refuse } from '../errors';
import { announceTurned } from './announce';

async function refused(tx: Transaction, variantId: string, adjustment: Adjustment): Promise<Error> {
  const level = await tx.repositories.stock.level(variantId);
  if (!level) return refuse('NOT_FOUND', 'There is no such variant.', ['variantId']);
  const code = whyNotAdjusted(adjustment, level);
  if (code === 'STALE') return refuse(code, `There are ${level.onHand} on hand.`, ['expectedOnHand']);
  if (code === 'OUT_OF_STOCK')
    return refuse(code, `Of ${level.onHand} on hand, ${level.reserved} are reserved.`, ['delta']);
  return refuse(code, 'No more units of it can be kept.', ['delta']);
}

/** Corrects a variant's stock, with its line in the history. @throws Refusal NOT_FOUND, STALE, OUT_OF_STOCK, INVALID_INPUT */
export async function adjust(
  tx: Transaction,
  variantId: string,
  adjustment: Adjustment,
): Promise<{ variantId: string }> {
  const { stock, stockMovements } = tx.repositories;
  const adjusted = await stock.adjust(variantId, adjustment);
  if (!adjusted) throw await refused(tx, variantId, adjustment);
  const { delta, reason } = adjustment;
  const { onHand } = adjusted;
  await stockMovements.insert({
    id: tx.newId('stm'),
    variantId,
    delta,
    onHand,
    reason,
    actor: tx.actor,
    occurredAt: tx.now(),
  });
  await announceTurned(tx, [adjusted]);
  return { variantId };
}
