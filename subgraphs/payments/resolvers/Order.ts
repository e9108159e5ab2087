import type { OrderResolvers } from '../__generated__/resolvers';
import { seesPayment } from '../visibility';

export const Order: OrderResolvers = {
  __resolveReference: ({ id }) => ({ __typename: 'Order', id }),
  async payment({ id }, _, context) {
    const payment = await context.loaders.paymentOfOrder.load(id);
    return payment && seesPayment(context, payment) ? payment : null;
  },
};
