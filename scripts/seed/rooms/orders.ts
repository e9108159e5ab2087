import type { SeedCart, SeedOrder } from '../../../subgraphs/orders/data/seed';
import { idsFrom } from '../ids';
import type { Order } from '../make/orders';
import type { Address, Person } from '../make/people';
import { randomOf } from '../random';

type Update = SeedOrder['updates'][number];
const HANDLER = 'service:orders';

export function addressOf({ recipient, phone, line1, line2, city, region, postalCode, countryCode }: Address) {
  const rest = { phone: phone ?? null, line2: line2 ?? null, region: region ?? null };
  return { recipient, line1, city, postalCode, countryCode, ...rest };
}

export const isWholeRefund = ({ time: { refund }, scenario }: Order): boolean =>
  refund !== null && !refund.automatic && refund.fate === 'SUCCEEDED' && scenario.refund?.share === null;

function historyOf({ time, buyer, scenario, ...rest }: Order): SeedOrder['history'] {
  const { paidAt, dispatchedAt, deliveredAt, confirmed, closed, refund } = time;
  const step = (event: SeedOrder['history'][number]['event'], at: Date | null | undefined) =>
    at ? [{ event, at, actor: HANDLER }] : [];
  const end = closed && { ...closed, actor: closed.event === 'cancel' ? buyer.id : HANDLER };
  const receipt = confirmed && {
    event: 'confirm' as const,
    at: confirmed.at,
    actor: confirmed.byBuyer ? buyer.id : HANDLER,
    reason: confirmed.byBuyer ? 'The buyer has confirmed the receipt.' : 'The time to object has passed.',
  };
  return [
    ...step('pay', paidAt),
    ...step('ship', dispatchedAt),
    ...step('deliver', deliveredAt),
    ...(receipt ? [receipt] : []),
    ...(end ? [end] : []),
    ...step('refund', isWholeRefund({ time, buyer, scenario, ...rest }) ? refund?.settledAt : null),
  ];
}

function* updatesOf(order: Order): Generator<Update> {
  const { placedAt, attempts, closed, paidAt, deliveredAt, confirmed, refund, returnedAt } = order.time;
  const tell = (at: Date | null | undefined, ...kinds: Update['kind'][]) =>
    at ? kinds.map((kind) => ({ kind, at })) : [];
  yield* tell(placedAt, 'ORDER');
  for (const { outcome, at } of attempts) if (outcome === 'DECLINED') yield* tell(at, 'PAYMENT');
  yield* tell(closed?.at, 'PAYMENT', 'ORDER');
  yield* tell(paidAt, 'PAYMENT', 'ORDER', 'SHIPMENT');
  yield* tell(order.time.dispatchedAt, 'SHIPMENT', 'ORDER');
  yield* tell(order.time.inTransitAt, 'SHIPMENT');
  yield* tell(order.time.outForDeliveryAt, 'SHIPMENT');
  yield* tell(deliveredAt, 'SHIPMENT', 'ORDER');
  yield* tell(returnedAt, 'SHIPMENT');
  yield* tell(confirmed?.at, 'ORDER');
  if (refund?.fate === 'SUCCEEDED') {
    yield* tell(refund.settledAt, 'PAYMENT');
    if (isWholeRefund(order)) yield* tell(refund.settledAt, 'ORDER');
  }
}

const byTime = (a: Update, b: Update) => a.at.getTime() - b.at.getTime();

/** The orders' part of an order. */
export function toOrder(order: Order): SeedOrder {
  const { prices, parcel, time, items, buyer, coupon } = order;
  const { totals, lineDiscounts } = prices;
  const newId = idsFrom(randomOf(`${order.id}/lines`));
  return {
    id: order.id,
    count: order.count,
    cartId: order.cartId,
    buyerId: buyer.id,
    currencyCode: buyer.currency,
    subtotalMinor: totals.subtotal,
    discountMinor: totals.discount,
    taxMinor: totals.tax,
    shippingMinor: totals.shipping,
    totalMinor: totals.total,
    taxBasisPoints: prices.taxBasisPoints,
    discounts: prices.discounts,
    couponCode: coupon?.code ?? null,
    shippingAddress: addressOf(buyer.home),
    shippingServiceId: parcel.service.id,
    weightGrams: parcel.weightGrams,
    note: null,
    placedAt: time.placedAt,
    payBy: time.payBy,
    deliveredAt: time.deliveredAt,
    lines: items.map(({ product, variant, quantity, unitMinor }, index) => ({
      id: newId('oln', time.placedAt),
      variantId: variant.id,
      productId: product.id,
      sku: variant.sku,
      productName: product.name,
      variantName: variant.name,
      quantity,
      unitPriceMinor: unitMinor,
      discountMinor: lineDiscounts[index] ?? 0,
    })),
    history: historyOf(order),
    updates: [...updatesOf(order)].toSorted(byTime),
  };
}

/** The cart that an order was made of. */
export function toCart({ id, cartId, buyer, items, coupon, time }: Order): SeedCart {
  const newId = idsFrom(randomOf(`${cartId}/lines`));
  const lines = items.map(({ variant, quantity, unitMinor }) => ({
    id: newId('cln', time.placedAt),
    variantId: variant.id,
    quantity,
    seenPrice: unitMinor,
  }));
  const couponCode = coupon?.code ?? null;
  return {
    id: cartId,
    buyerId: buyer.id,
    currencyCode: buyer.currency,
    couponCode,
    lines,
    orderId: id,
    updatedAt: time.placedAt,
  };
}

export const staffOf = (people: readonly Person[]): string =>
  people.find(({ roles }) => roles.includes('STAFF'))?.id ?? 'service:payments';
