import { multiply } from '../../../platform/kernel/money';
import type { CartLineResolvers, CartResolvers } from '../__generated__/resolvers';
import { visibleCart } from '../acts/carts';
import { weightOf } from '../domain/offers';
import { visibleOrder } from '../acts/orders';

export const Cart: CartResolvers = {
  __resolveReference: ({ id }, context) => visibleCart(context, id),
  lines: async (cart, _, { loaders }) => [...(await loaders.pricedCarts.load(cart)).lines],
  subtotal: async (cart, _, { loaders }) => (await loaders.pricedCarts.load(cart)).subtotal,
  discounts: async (cart, _, { loaders }) => [...(await loaders.pricedCarts.load(cart)).discounts],
  total: async (cart, _, { loaders }) => (await loaders.pricedCarts.load(cart)).total,
  totalWeightGrams: async (cart, _, { loaders }) => weightOf((await loaders.pricedCarts.load(cart)).lines),
  warnings: async (cart, _, { loaders }) => [...(await loaders.pricedCarts.load(cart)).warnings],
  order: ({ orderId }, _, context) => (orderId === null ? null : visibleOrder(context, orderId)),
};

export const CartLine: CartLineResolvers = {
  variant: ({ offer }) => ({ id: offer.variantId }),
  total: ({ unitPrice, quantity }) => multiply(unitPrice, quantity),
};
