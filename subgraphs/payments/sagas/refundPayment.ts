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
