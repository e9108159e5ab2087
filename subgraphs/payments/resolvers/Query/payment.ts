import { parseId } from '../../../../platform/kernel/ids';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { maySee } from '../../acts/viewing';

export const payment: QueryResolvers['payment'] = async (_, { id }, { loaders, identity }) => {
  const row = await loaders.paymentById.load(parseId('pay', id, 'id'));
  return row && maySee(identity, row) ? row : null;
};
