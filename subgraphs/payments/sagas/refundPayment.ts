import { saga, step } from '../../../platform/workflows/saga';
import { payBack, settleRefund } from '../acts/payBack';
import type { Context } from '../context';

type Approved = { refundId: string };
type Answered = Approved & { failure: string | null };

/**
 * Pays an approved refund back. There is no way back from either step: whether the provider has paid is not known while it
 * does not answer, so it is asked, under the refund's id, until it does. That it refuses is an answer as well.
 */
export const refundPayment = saga<Approved, Answered>('payments.refund', [
  step(
    'pay back',
    async (context: Context, { refundId }: Approved) => ({ failure: await payBack(context, refundId) }),
    { final: true },
  ),
  step('settle', (context: Context, { refundId, failure }: Answered) => settleRefund(context, refundId, failure), {
    final: true,
  }),
]);

/**
 * Pays an approved refund back now. When the provider does not answer, the refund stays approved, and the job for unpaid
 * refunds goes on with it: whoever has approved it need not do so again.
 */
export async function refundNow(context: Context, refundId: string): Promise<void> {
  try {
    await context.run(refundPayment, refundId, { refundId });
  } catch (error) {
    context.log.error({ err: error, refundId }, 'a refund could not be paid back yet');
  }
}
