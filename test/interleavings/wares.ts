import type { CartRow } from '../../subgraphs/orders/data/carts.repository';
import type { UserCouponRow } from '../../subgraphs/marketing/data/userCoupons.repository';
import type { Level } from './memory/catalog';

/** What a buyer has in a cart: how much of which variant, and whether the coupon is on it. */
export type Basket = { readonly quantities: readonly number[]; readonly hasCoupon: boolean };

export const idOf = (prefix: string, nr: number) => `${prefix}_${String(nr).padStart(26, '0')}`;

const EPOCH = new Date('2026-01-01T00:00:00Z');
const USD = (amount: string) => ({ amount, currencyCode: 'USD' });
const CODE = 'WELCOME12345'.replace('L', '1').replace('O', '0');

export const cartOf = (nr: number, buyerId: string, { quantities, hasCoupon }: Basket): CartRow => ({
  tenantId: 'demo',
  id: idOf('crt', nr),
  buyerId,
  currencyCode: 'USD',
  couponCode: hasCoupon ? CODE : null,
  lines: quantities.flatMap((quantity, variant) =>
    quantity > 0 ? [{ id: idOf('cln', variant), variantId: idOf('var', variant), quantity, seenPrice: null }] : [],
  ),
  version: 1,
  orderId: null,
  priced: null,
  updatedAt: EPOCH,
});

/** A coupon that its user has, once. */
export const couponOf = (userId: string): UserCouponRow => ({
  tenantId: 'demo',
  id: idOf('ucp', 1),
  couponId: idOf('cpn', 1),
  userId,
  code: CODE,
  status: 'AVAILABLE',
  claimedAt: EPOCH,
  expiresAt: null,
  coupon: {
    tenantId: 'demo',
    id: idOf('cpn', 1),
    name: 'Welcome',
    kind: 'AMOUNT_OFF',
    issue: 'CLAIM',
    value: 500,
    thresholdMinor: null,
    currencyCode: 'USD',
    total: 1,
    claimed: 1,
    codes: 0,
    perUserLimit: 1,
    validDays: null,
    startsAt: EPOCH,
    endsAt: null,
    createdAt: EPOCH,
  },
});

export const offerOf = (id: string, level: Level | undefined) =>
  level
    ? {
        variantId: id,
        productId: `of ${id}`,
        sku: id,
        variantName: id,
        productName: id,
        price: USD('12.50'),
        available: level.onHand - level.reserved,
        weightGrams: 100,
      }
    : null;

export const PRICED_SHIPPING = { serviceId: 'svc', price: USD('5.00'), quotedPrice: USD('5.00') };
