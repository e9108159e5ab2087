import type { OrderResolvers } from '../__generated__/resolvers';
import { maySee } from '../acts/viewing';

export const Order: OrderResolvers = {
  __resolveReference: ({ id }) => ({ __typename: 'Order', id }),
  async payment({ id }, _, { loaders, identity }) {
    const payment = await loaders.paymentOfOrder.load(id);
    return payment && maySee(identity, payment) ? payment : null;
  },
};
