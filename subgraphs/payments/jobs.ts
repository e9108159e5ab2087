import { MINUTE } from '../../platform/kernel/clock';
import type { Job } from '../../platform/workflows/jobs';
import { close } from './acts/closePayment';
import { payBack, settleRefund } from './acts/payBack';
import type { Context } from './context';
import { expiryDeadline } from './domain/payment';
import { redeliver } from './simulated/delivery';
import { postInProcess } from './webhooks/post';

const BATCH = 500;

/** By then the saga of a refund is done with it, as a rule. Should it still be at work, both do the same only once. */
const UNPAID_AFTER = 5 * MINUTE;

/** One that fails does not keep the others waiting; it is tried again at the next tick. */
async function eachOf(context: Context, ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<void> {
  for (const id of ids)
    await work(id).catch((error: unknown) =>
      context.log.error({ err: error, id }, 'a job could not do its work on this'),
    );
}

export const expirePayments: Job = {
  name: 'payments.expire-payments',
  description: 'Gives up payments that were not made in time.',
  schedule: '*/30 * * * * *',
  async run(context: Context) {
    const ids = await context.repositories.payments.expired(expiryDeadline(context.now()), BATCH);
    await eachOf(context, ids, (id) => context.transaction((tx) => close(tx, id, 'expire')));
  },
};

export const redeliverWebhooks: Job = {
  name: 'payments.redeliver-webhooks',
  description: 'The simulated provider sends again what the shop has not heard.',
  schedule: '*/10 * * * * *',
  run: (context: Context) => redeliver(context, postInProcess(context)),
};

export const payUnpaidRefunds: Job = {
  name: 'payments.pay-unpaid-refunds',
  description: 'Goes on with refunds that were agreed to and whose saga never began or has given up.',
  schedule: '0 */5 * * * *',
  async run(context: Context) {
    const before = new Date(context.now().getTime() - UNPAID_AFTER);
    const unpaid = await context.repositories.refunds.unpaid(before, BATCH);
    await eachOf(
      context,
      unpaid.map(({ id }) => id),
      async (id) => settleRefund(context, id, await payBack(context, id)),
    );
  },
};
