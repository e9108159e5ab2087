import { parseId } from '../../../../platform/kernel/ids';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { visibleCart } from '../../acts/carts';

export const cart: QueryResolvers['cart'] = (_parent, { id }, context) =>
  visibleCart(context, parseId('crt', id, 'id'));
