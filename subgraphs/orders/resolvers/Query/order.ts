import { parseId } from '../../../../platform/kernel/ids';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { visibleOrder } from '../../visibility';

export const order: QueryResolvers['order'] = (_, { id }, context) => visibleOrder(context, parseId('ord', id, 'id'));
