import { parseId } from '../../../../platform/kernel/ids';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { visibleCart } from '../../visibility';

export const cart: QueryResolvers['cart'] = (_, { id }, context) => visibleCart(context, parseId('crt', id, 'id'));
