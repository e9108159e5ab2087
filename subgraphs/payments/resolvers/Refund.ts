import { required } from '../../../platform/kernel/batches';
import { money } from '../../../platform/kernel/money';
import type { RefundResolvers } from '../__generated__/resolvers';
import { visiblePayment } from '../visibility';

export const Refund: RefundResolvers = {
  async __resolveReference({ id }, context) {
    const refund = await context.loaders.refundById.load(id);
    return refund && (await visiblePayment(context, refund.paymentId)) ? refund : null;
  },
  amount: ({ amount, currency }) => money(amount, currency),
  payment: async ({ paymentId }, _, { loaders }) => required(await loaders.paymentById.load(paymentId), paymentId),
  log: ({ id }, _, { loaders }) => loaders.logOfEntity.load(id),
};
