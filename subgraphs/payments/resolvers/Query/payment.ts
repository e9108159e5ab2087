import { parseId } from '../../../../platform/kernel/ids';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { visiblePayment } from '../../visibility';

export const payment: QueryResolvers['payment'] = (_, { id }, context) =>
  visiblePayment(context, parseId('pay', id, 'id'));
