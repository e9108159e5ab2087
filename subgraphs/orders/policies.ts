import { anyone, hasPermission, type Policies, type Policy, signedIn } from '../../platform/identity/policies';
import { unauthenticated } from '../../platform/kernel/errors';

const signedInOrService: Policy = {
  description: 'a signed-in user, or another room',
  check: (identity) => (identity.kind === 'guest' ? unauthenticated() : null),
};

export const policies = {
  Query: { cart: anyone, order: signedInOrService, orders: hasPermission('orders:read') },
  Mutation: {
    createCart: anyone,
    addCartLines: anyone,
    updateCartLines: anyone,
    applyCoupon: signedIn,
    removeCoupon: anyone,
    placeOrder: signedIn,
    cancelOrder: signedIn,
    confirmReceipt: signedIn,
  },
  Subscription: { orderUpdated: signedIn },
} satisfies Policies;
