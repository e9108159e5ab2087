import { multiply } from '../../../platform/kernel/money';
import type { CartLineResolvers, CartResolvers } from '../__generated__/resolvers';
import { weightOf } from '../domain/offers';
import { visibleCart } from '../visibility';
import { visibleOrder } from '../visibility';

export const Cart: CartResolvers = {
  __resolveReference: ({ id }, context) => visibleCart(context, id),
  lines: async (cart, _, { loaders }) => [...(await loaders.pricedCartOfCart.load(cart)).lines],
  subtotal: async (cart, _, { loaders }) => (await loaders.pricedCartOfCart.load(cart)).subtotal,
  discounts: async (cart, _, { loaders }) => [...(await loaders.pricedCartOfCart.load(cart)).discounts],
  total: async (cart, _, { loaders }) => (await loaders.pricedCartOfCart.load(cart)).total,
  totalWeightGrams: async (cart, _, { loaders }) => weightOf((await loaders.pricedCartOfCart.load(cart)).lines),
  warnings: async (cart, _, { loaders }) => [...(await loaders.pricedCartOfCart.load(cart)).warnings],
  order: ({ orderId }, _, context) => (orderId === null ? null : visibleOrder(context, orderId)),
};

export const CartLine: CartLineResolvers = {
  variant: ({ offer }) => ({ id: offer.variantId }),
  total: ({ unitPrice, quantity }) => multiply(unitPrice, quantity),
};
