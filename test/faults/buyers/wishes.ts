import { randomUUID } from 'node:crypto';
import { address, usd, type Goods } from '../../story/shop';
import type { Person } from '../../story/people';
import type { Wish } from './writes';

/** What buyers and staff want done, each with a key of its own. */
export const wishes = {
  cart: (who: Person, lines: readonly (readonly [Goods, number])[]): Wish => ({
    kind: 'cart',
    who,
    operation: 'CreateCart',
    variables: { input: { lines: lines.map(([{ variantId }, quantity]) => ({ variantId, quantity })) } },
    idOf: ({ cart }) => cart?.id,
  }),
  order: (who: Person, cartId: string, shippingQuoteId: string): Wish => {
    const how = { cartId, shippingQuoteId, shippingAddress: address, paymentMethod: 'SIMULATED' };
    return {
      kind: 'order',
      who,
      operation: 'PlaceOrder',
      variables: { input: { ...how, idempotencyKey: randomUUID() } },
      idOf: ({ order }) => order?.id,
    };
  },
  payment: (who: Person, paymentId: string, outcome: 'SUCCEED' | 'DECLINE'): Wish => ({
    kind: 'payment',
    who,
    operation: 'SimulatePayment',
    variables: { paymentId, outcome, idempotencyKey: randomUUID() },
    idOf: ({ payment }) => payment?.id,
  }),
  cancellation: (who: Person, orderId: string): Wish => ({
    kind: 'cancellation',
    who,
    operation: 'CancelOrder',
    variables: { orderId, reason: 'Changed my mind.' },
    idOf: ({ order }) => order?.id,
  }),
  refund: (who: Person, paymentId: string, whole: boolean): Wish => ({
    kind: 'refund',
    who,
    operation: 'RequestRefund',
    variables: {
      paymentId,
      amount: whole ? undefined : usd('1.00'),
      reason: 'It does not fit.',
      idempotencyKey: randomUUID(),
    },
    idOf: ({ refund }) => refund?.id,
  }),
  approval: (who: Person, refundId: string): Wish => ({
    kind: 'approval',
    who,
    operation: 'ApproveRefund',
    variables: { refundId },
    idOf: ({ refund }) => refund?.id,
  }),
  claim: (who: Person, couponId: string): Wish => ({
    kind: 'claim',
    who,
    operation: 'ClaimCoupon',
    variables: { couponId, idempotencyKey: randomUUID() },
    idOf: ({ userCoupon }) => userCoupon?.id,
  }),
};
