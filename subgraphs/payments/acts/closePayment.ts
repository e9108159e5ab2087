import { PaymentCancelled, PaymentExpired } from '../../../platform/contracts/payments';
import type { Context, Transaction } from '../context';
import type { PaymentRow } from '../data/payments.repository';
import { payments } from '../data/tables';
import { CAPTURED, NOBODY } from '../domain/payment';
import { paymentMachine } from '../domain/payment.machine';
import { refuse } from '../errors';
import { factOf } from './fact';

const CLOSINGS = {
  expire: { contract: PaymentExpired, reason: 'It was not paid in time.' },
  cancel: { contract: PaymentCancelled, reason: 'The order was cancelled.' },
} as const;

/** Closes an open payment. @returns null when it is not open (any more) */
export async function close(
  tx: Transaction,
  id: string,
  event: keyof typeof CLOSINGS,
  reason?: string | null,
): Promise<PaymentRow | null> {
  const closing = CLOSINGS[event];
  const closed = await tx.transition({
    machine: paymentMachine,
    table: payments,
    id,
    event,
    reason: reason ?? closing.reason,
  });
  if (closed) tx.publish(closing.contract, factOf(closed));
  return closed;
}

/**
 * Notes that an order without a payment is given up, so that a payment which is late on its way is not opened.
 * @returns false when one was opened in that very moment
 */
async function noteGivenUp(tx: Transaction, orderId: string): Promise<boolean> {
  const now = tx.now();
  const [currency] = tx.tenant.currencies;
  const nothing = { amount: 0, currency, method: 'SIMULATED', buyerId: NOBODY } as const;
  const times = { expiresAt: now, createdAt: now };
  const noted = { id: tx.newId('pay'), orderId, status: 'CANCELLED', ...nothing, ...times } as const;
  return (await tx.repositories.payments.open(noted, tx.actor)) !== null;
}

/**
 * Gives up the payment of an order. The payment's row is the arbiter between this and a charge: exactly one wins.
 * @returns null when the order had no payment, and gets none any more
 * @throws Refusal ILLEGAL_STATE when it was paid
 */
export function cancelPayment(
  context: Context,
  { orderId, expired, reason }: { orderId: string; expired: boolean; reason?: string | null },
): Promise<PaymentRow | null> {
  return context.transaction(async (tx) => {
    const { payments: rows } = tx.repositories;
    const known = await rows.ofOrder(orderId);
    if (!known && (await noteGivenUp(tx, orderId))) return null;
    const payment = known ?? (await rows.ofOrder(orderId));
    if (!payment) throw new Error(`The payment of ${orderId} is neither there nor can it be noted as given up.`);
    const closed = await close(tx, payment.id, expired ? 'expire' : 'cancel', reason);
    if (closed) return closed;
    const asItIs = await tx.repositories.payments.byId(payment.id);
    if (asItIs && CAPTURED.includes(asItIs.status))
      throw refuse('ILLEGAL_STATE', 'The order is paid: ask for a refund instead.');
    return asItIs;
  });
}
