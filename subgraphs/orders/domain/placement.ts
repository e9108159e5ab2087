import type { PostalAddress } from '../../../platform/kernel/address';
import type { Warning } from './offers';
import type { OrderDraft } from './orderDraft';

/** In the words of the payments room. */
type PaymentMethod = 'SIMULATED';

/** What a buyer has asked for. All of it is JSON: it is kept with the saga. */
export type Placement = {
  readonly orderId: string;
  readonly buyerId: string;
  readonly cartId: string;
  readonly address: PostalAddress;
  readonly shippingQuoteId: string;
  readonly paymentMethod: PaymentMethod;
  readonly note: string | null;
};

/** What it comes to, as it was when the cart was taken. */
export type Priced = OrderDraft & {
  readonly couponCode: string | null;
  readonly shippingServiceId: string;
  readonly weightGrams: number;
  readonly payBy: string;
  readonly warnings: readonly Warning[];
  /** Whose cart it was; null for a guest's. */
  readonly cartBuyerId: string | null;
};
