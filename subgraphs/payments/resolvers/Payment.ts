import { money } from '../../../platform/kernel/money';
import type { PaymentResolvers } from '../__generated__/resolvers';
import { visiblePayment } from '../visibility';

export const Payment: PaymentResolvers = {
  __resolveReference: ({ id }, context) => visiblePayment(context, id),
  amount: ({ amount, currency }) => money(amount, currency),
  refunded: ({ refunded, currency }) => money(refunded, currency),
  refundable: ({ captured, refundReserved, currency }) => money(captured - refundReserved, currency),
  order: ({ orderId }) => ({ __typename: 'Order', id: orderId }),
  refunds: ({ id }, _, { loaders }) => loaders.refundsOfPayment.load(id),
  log: ({ id }, _, { loaders }) => loaders.logOfEntity.load(id),
};
