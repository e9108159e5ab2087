import type { Resolvers } from '../__generated__/resolvers';
import { Cart, CartLine } from './Cart';
import { addCartLines } from './Mutation/addCartLines';
import { applyCoupon } from './Mutation/applyCoupon';
import { cancelOrder } from './Mutation/cancelOrder';
import { confirmReceipt } from './Mutation/confirmReceipt';
import { createCart } from './Mutation/createCart';
import { placeOrder } from './Mutation/placeOrder';
import { removeCoupon } from './Mutation/removeCoupon';
import { updateCartLines } from './Mutation/updateCartLines';
import { Order, OrderLine, OrderTransition } from './Order';
import { cart } from './Query/cart';
import { order } from './Query/order';
import { orders } from './Query/orders';
import { orderUpdated } from './Subscription/orderUpdated';
import { User } from './User';

export const resolvers: Partial<Resolvers> = {
  Query: { cart, order, orders },
  Mutation: {
    createCart,
    addCartLines,
    updateCartLines,
    applyCoupon,
    removeCoupon,
    placeOrder,
    cancelOrder,
    confirmReceipt,
  },
  Subscription: { orderUpdated },
  Cart,
  CartLine,
  Order,
  OrderLine,
  OrderTransition,
  User,
};
