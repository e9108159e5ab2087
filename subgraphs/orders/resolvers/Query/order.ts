import { parseId } from '../../../../platform/kernel/ids';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { visibleOrder } from '../../acts/orders';

export const order: QueryResolvers['order'] = (_parent, { id }, context) =>
  visibleOrder(context, parseId('ord', id, 'id'));
