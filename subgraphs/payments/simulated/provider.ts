import { SECOND } from '../../../platform/kernel/clock';
import type { Context } from '../context';
import type { ChargeRequest, PaymentProvider, ProviderEvent } from '../provider';
import { deliver, type Post } from './delivery';
import type { ChargeOutcome } from './tables';

/** Time for the first delivery of an event, before the job takes it to be lost. */
const DELIVERY_TIME = 10 * SECOND;

const OUTCOMES: Record<string, ChargeOutcome> = { SUCCEED: 'SUCCEEDED', DECLINE: 'DECLINED', TIME_OUT: 'TIMED_OUT' };

function eventOf(
  context: Context,
  outcome: ChargeOutcome,
  chargeId: string,
  request: ChargeRequest,
): ProviderEvent | null {
  if (outcome === 'TIMED_OUT') return null;
  const { paymentId, amount } = request;
  const failed = outcome === 'DECLINED';
  return {
    id: context.newId('evt'),
    type: failed ? 'payment.failed' : 'payment.succeeded',
    chargeId,
    paymentId,
    amountMinor: amount.minor,
    currencyCode: amount.currency,
    reason: failed ? 'The bank declined the payment.' : null,
  };
}

/**
 * A provider that plays the buyer's bank: real in everything but the money.
 * @param post how it reaches the shop's webhook; without, what it has to tell waits for the job that delivers again
 */
export function simulatedProvider(context: Context, post?: Post): PaymentProvider {
  const { simulatedBooks: books } = context.repositories;

  async function attemptedBefore(idempotencyKey: string, paymentId: string) {
    const before = await books.attemptBefore(idempotencyKey, paymentId);
    if (before?.idempotencyKey !== idempotencyKey) return 'ALREADY_CHARGED';
    const untold = post && (await books.untold(idempotencyKey));
    if (untold) await deliver(context, untold, post);
    return 'TAKEN_BEFORE';
  }

  return {
    async charge(request) {
      const { paymentId, amount, source, idempotencyKey } = request;
      const outcome = OUTCOMES[source] ?? 'DECLINED';
      const chargeId = context.newId('chg');
      const event = eventOf(context, outcome, chargeId, request);
      const at = context.now();
      const nextAttemptAt = new Date(at.getTime() + DELIVERY_TIME);
      const booked = await books.attempt({
        idempotencyKey,
        outcome,
        paymentId,
        chargeId,
        amount,
        event,
        at,
        nextAttemptAt,
      });
      if (!booked) return attemptedBefore(idempotencyKey, paymentId);
      if (event && post) await deliver(context, { body: event, attempts: 0 }, post);
      return 'TAKEN';
    },
    knows: (idempotencyKey) => books.hasAttempted(idempotencyKey),
    async refund({ chargeId, amount, idempotencyKey }) {
      if (await books.refund(idempotencyKey, chargeId, amount, context.now())) return null;
      return (await books.hasRefunded(idempotencyKey)) ? null : 'The charge has less left than is to be paid back.';
    },
    balance: () => books.balance(),
  };
}
