import { money } from '../../../platform/kernel/money';
import type { RefundResolvers } from '../__generated__/resolvers';
import { maySee } from '../acts/viewing';

export const Refund: RefundResolvers = {
  async __resolveReference({ id }, { loaders, identity }) {
    const refund = await loaders.refundById.load(id);
    const payment = refund && (await loaders.paymentById.load(refund.paymentId));
    return payment && maySee(identity, payment) ? refund : null;
  },
  amount: ({ amount, currency }) => money(amount, currency),
  async payment({ id, paymentId }, _, { loaders }) {
    const payment = await loaders.paymentById.load(paymentId);
    if (!payment) throw new Error(`The refund ${id} has no payment.`);
    return payment;
  },
  log: ({ id }, _, { loaders }) => loaders.logOf.load(id),
};
