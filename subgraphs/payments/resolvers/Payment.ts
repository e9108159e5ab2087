import { money } from '../../../platform/kernel/money';
import type { PaymentResolvers } from '../__generated__/resolvers';
import { maySee } from '../acts/viewing';

export const Payment: PaymentResolvers = {
  async __resolveReference({ id }, { loaders, identity }) {
    const payment = await loaders.paymentById.load(id);
    return payment && maySee(identity, payment) ? payment : null;
  },
  amount: ({ amount, currency }) => money(amount, currency),
  refunded: ({ refunded, currency }) => money(refunded, currency),
  refundable: ({ captured, refundReserved, currency }) => money(captured - refundReserved, currency),
  order: ({ orderId }) => ({ __typename: 'Order', id: orderId }),
  refunds: ({ id }, _, { loaders }) => loaders.refundsOfPayment.load(id),
  log: ({ id }, _, { loaders }) => loaders.logOf.load(id),
};
