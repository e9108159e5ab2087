import { inputText } from '../../../platform/kernel/input';
import type { Context, Transaction } from '../context';
import { refunds } from '../data/tables';
import { LONGEST_REASON } from '../domain/refund';
import { refundMachine } from '../domain/refund.machine';
import { refuse } from '../errors';
import { refundNow } from '../sagas/refundPayment';
import { namedRefund } from '../visibility';

/** @throws Refusal NOT_FOUND, ILLEGAL_STATE */
async function refuseDecision(tx: Transaction, id: string): Promise<never> {
  const { status } = await namedRefund(tx, id);
  throw refuse('ILLEGAL_STATE', `The refund is ${status.toLowerCase()}: it waits for no decision.`, ['refundId']);
}

/**
 * Agrees to a refund and pays it back.
 * @throws Refusal NOT_FOUND, ILLEGAL_STATE when it was decided before
 */
export async function approveRefund(context: Context, refundId: string): Promise<void> {
  await context.transaction(async (tx) => {
    const set = { approvedAt: tx.now() };
    const approved = await tx.transition({
      machine: refundMachine,
      table: refunds,
      id: refundId,
      event: 'approve',
      set,
    });
    if (!approved) await refuseDecision(tx, refundId);
  });
  await refundNow(context, refundId);
}

/**
 * Declines a refund; its amount may be asked for again.
 * @throws Refusal NOT_FOUND, INVALID_INPUT, ILLEGAL_STATE when it was decided before
 */
export async function rejectRefund(context: Context, refundId: string, why: string): Promise<void> {
  const reason = inputText(why, LONGEST_REASON, 'reason');
  await context.transaction(async (tx) => {
    const rejected = await tx.transition({
      machine: refundMachine,
      table: refunds,
      id: refundId,
      event: 'reject',
      reason,
    });
    const { paymentId, amount } = rejected ?? (await refuseDecision(tx, refundId));
    await tx.repositories.funds.releaseRefund(paymentId, amount);
  });
}
