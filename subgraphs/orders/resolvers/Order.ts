import { money } from '../../../platform/kernel/money';
import type { OrderLineResolvers, OrderResolvers, OrderTransitionResolvers } from '../__generated__/resolvers';
import type { OrderStatus } from '../domain/order.machine';
import { visibleOrder } from '../visibility';

export const Order: OrderResolvers = {
  __resolveReference: ({ id }, context) => visibleOrder(context, id),
  buyer: ({ buyerId }) => ({ id: buyerId }),
  lines: async ({ id, currencyCode }, _, { loaders }) =>
    (await loaders.linesOfOrder.load(id)).map((line) => ({ ...line, currency: currencyCode })),
  subtotal: ({ subtotalMinor, currencyCode }) => money(subtotalMinor, currencyCode),
  shippingTotal: ({ shippingMinor, currencyCode }) => money(shippingMinor, currencyCode),
  taxTotal: ({ taxMinor, currencyCode }) => money(taxMinor, currencyCode),
  discountTotal: ({ discountMinor, currencyCode }) => money(discountMinor, currencyCode),
  discounts: ({ discounts, currencyCode }) =>
    discounts.map(({ label, minor }) => ({ label, amount: money(minor, currencyCode) })),
  total: ({ totalMinor, currencyCode }) => money(totalMinor, currencyCode),
  history: ({ id }, _, { loaders }) => loaders.historyOfOrder.load(id),
};

export const OrderLine: OrderLineResolvers = {
  variant: ({ variantId }) => ({ id: variantId }),
  unitPrice: ({ unitPriceMinor, currency }) => money(unitPriceMinor, currency),
  discount: ({ discountMinor, currency }) => money(discountMinor, currency),
  total: ({ unitPriceMinor, quantity, discountMinor, currency }) =>
    money(unitPriceMinor * quantity - discountMinor, currency),
};

// The history is kept as text by the platform; what the order's machine has written are its states.
export const OrderTransition: OrderTransitionResolvers = {
  from: ({ from }) => from as OrderStatus | null,
  to: ({ to }) => to as OrderStatus,
};
