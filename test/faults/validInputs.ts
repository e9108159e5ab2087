import { randomUUID } from 'node:crypto';
import { getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';
import { address } from '../story/shop';
import type { World } from '../story/world';
import type { RootField } from './operations';

type Named = Record<string, unknown>;

/** What stands in the fields of inputs, by their names, in a shop where everything is there. */
const inShop = (world: World): Named => ({
  ...address,
  line2: 'Flat 2',
  phone: '+1 555 0100',
  productId: world.lamp.id,
  variantId: world.lamp.variantId,
  cartId: world.cartId,
  orderId: world.open.id,
  paymentId: world.open.paymentId,
  userId: world.ada.id,
  buyerId: world.ada.id,
  couponId: world.couponId,
  promotionId: world.promotionId,
  carrierId: world.shop.carrierId,
  serviceId: world.serviceId,
  courierId: world.courierId,
  shipmentId: world.shipmentId,
  refundId: world.refundId,
  trackingNumber: world.trackingNumber,
  shippingQuoteId: world.quoteId,
  number: world.paid.number,
  productIds: [world.lamp.id],
  code: world.code,
  zoneCode: 'domestic',
  categorySlug: 'things',
  categorySlugs: ['things'],
  parentSlug: 'things',
  password: 'correct horse 7',
  currentPassword: 'correct horse 7',
  newPassword: 'correct horse 7',
  query: 'lamp',
  prefix: 'la',
  reason: 'Why not',
  url: 'https://example.com/lamp.png',
  currencyCode: 'USD',
  amount: '1.00',
  priceMin: '1.00',
  priceMax: '100.00',
  placedTo: '2100-01-01T00:00:00Z',
  createdTo: '2100-01-01T00:00:00Z',
  value: '5',
  minDays: 1,
  maxDays: 3,
  latitude: 1,
  longitude: 1,
  radiusKm: 100,
  stars: 4,
  quantity: 1,
  delta: 1,
  count: 1,
  total: 10,
  intervalMs: 1,
  maxWeightGrams: 1000,
  weightGrams: 100,
  ratingMin: 1,
});

const euro = { amount: '1.00', currencyCode: 'EUR' };

/** Where a name means something else in one operation, or must be new each time. */
const inOperation = (world: World): Record<string, Named> => ({
  cart: { id: world.guestCartId },
  order: { id: world.paid.id },
  payment: { id: world.paid.paymentId },
  product: { id: world.lamp.id, slug: undefined },
  productVariant: { id: world.lamp.variantId },
  products: { ids: [world.lamp.id], sort: 'NEWEST' },
  orders: { status: undefined },
  payments: { orderId: world.paid.id, status: undefined },
  refunds: { status: undefined },
  shipments: { orderId: world.paid.id, status: undefined },
  createProduct: { prices: [euro] },
  createProductVariant: { prices: [euro] },
  setVariantPrice: { prices: [euro] },
  createCarrier: { code: `carrier-${randomUUID().slice(0, 8)}` },
  createCarrierService: { code: `service-${randomUUID().slice(0, 8)}` },
  recordTrackingEvent: { status: 'DELIVERED' },
  revokeRole: { role: 'STAFF' },
  createExchangeCodes: { couponId: world.exchangeCouponId },
  user: { id: world.ada.id },
  coupon: { id: world.couponId },
  saveAddress: { id: world.homeId },
  removeAddress: { id: world.homeId },
  markNotificationsRead: { ids: [world.notificationId], all: undefined },
  updateCartLines: { cartId: world.guestCartId, id: world.guestLineId },
  addCartLines: { cartId: world.guestCartId },
  exchangeCoupon: { code: world.exchangeCode },
  category: { slug: 'things' },
  signIn: { email: world.ada.email },
  setShippingZone: { code: 'domestic', countryCode: 'US', postalPrefix: '9' },
  confirmReceipt: { orderId: world.paid.id },
  requestRefund: { paymentId: world.paid.paymentId, amount: { amount: '0.01', currencyCode: 'USD' } },
  orderUpdated: { orderId: world.paid.id },
  updateProduct: { options: null },
});

const fresh = (): Named => ({
  idempotencyKey: randomUUID(),
  email: `${randomUUID()}@example.com`,
  slug: `slug-${randomUUID()}`,
  sku: `SKU-${randomUUID()}`,
  first: 5,
});

// Cursors and conditions that would keep most of a field's work from happening.
const LEFT_OUT = new Set(['after', 'expectedOnHand', 'expectedRevision', 'totpCode', 'options', 'endsAt', 'startsAt']);

function valid(type: GraphQLInputType, name: string, values: Named): unknown {
  const nullable = getNullableType(type);
  if (name in values) return values[name];
  if (isListType(nullable)) return [valid(nullable.ofType, name, values)];
  if (isInputObjectType(nullable)) return validFields(Object.values(nullable.getFields()), values);
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  switch (nullable.name) {
    case 'Int':
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    case 'Decimal':
      return '1.00';
    case 'DateTime':
      return '2026-01-01T00:00:00Z';
    default:
      return 'Text';
  }
}

function validFields(fields: readonly { name: string; type: GraphQLInputType }[], values: Named): Named {
  const given = fields.filter(({ name }) => !LEFT_OUT.has(name));
  return Object.fromEntries(given.map(({ name, type }) => [name, valid(type, name, values)]));
}

/** Variables with which a root field does what it is for. */
export const validVariables = (world: World, { name, args }: RootField, more: Named = {}): Named =>
  validFields(args, { ...inShop(world), ...fresh(), ...inOperation(world)[name], ...more });

/** Of these, one is named and not the other. */
const INSTEAD: Record<string, readonly string[]> = { slug: ['id'], id: ['slug'], ids: ['all'], all: ['ids'] };

/** The variables with another value in one place. */
export function withValue(variables: Named, path: readonly (string | number)[], value: unknown): Named {
  const copy = structuredClone(variables);
  let inside: Named = copy;
  path.slice(0, -1).forEach((step, at) => {
    const known = inside[step];
    const made = typeof path[at + 1] === 'number' ? [] : {};
    inside = inside[step] = (typeof known === 'object' && known !== null ? known : made) as Named;
  });
  const last = String(path.at(-1));
  for (const other of INSTEAD[last] ?? []) delete inside[other];
  inside[last] = value;
  return copy;
}
