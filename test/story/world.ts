import type { TestAgora } from './agora';
import { address, usd, type Shop } from './shop';

/** A shop in full swing, with something of everything. */
export type World = Awaited<ReturnType<typeof furnish>>;

/** Fills a shop that has just opened. */
export async function furnish(agora: Pick<TestAgora, 'rest'>, shop: Shop) {
  const { clerk } = shop;
  const ada = await shop.buyer('Ada', 'ada@example.com');
  const lamp = await shop.goods({ slug: 'lamp', price: '10.00' });
  const couponId = await shop.coupon({ total: 50, perUserLimit: 9 });
  const code = await shop.claim(ada, couponId);
  const exchangeCouponId = await shop.coupon({ issue: 'EXCHANGE_CODE', total: 1000 });
  const wanted = { couponId: exchangeCouponId, count: 1, idempotencyKey: 'codes' };
  const [exchangeCode] = (await clerk.order('createExchangeCodes', wanted, 'codes')).codes;
  const promoted = { name: 'Sale', kind: 'PERCENT_OFF', value: '10', productIds: [lamp.id] };
  const { promotion } = await clerk.order('createPromotion', promoted, 'promotion { id }');
  const { address: home } = await ada.act('SaveAddress', { input: address });
  const courierOf = { carrierId: shop.carrierId, name: 'Cora', phone: '+1 555 0100' };
  const { courier } = await clerk.order('createCourier', courierOf, 'courier { id }');
  const { carriers } = await clerk.ask('{ carriers { services { id } } }');
  const near = { latitude: 1, longitude: 1 };
  const place = { line1: '1 Street', city: 'Town', postalCode: '1', countryCode: 'US' };
  await clerk.order('createPickupPoint', { name: shop.tenant, location: near, address: place });

  const paid = await shop.order(ada, [lamp, 1]);
  await shop.pay(ada, paid);
  await agora.rest();
  const trackingNumber = await shop.dispatch(paid);
  await shop.scan(trackingNumber, 'DELIVERED');
  await agora.rest();
  const { id: shipmentId } = await shop.shipmentOf(paid);
  await ada.act('ReviewProduct', { productId: lamp.id, stars: 5, text: shop.tenant });
  const { refund } = await shop.requestRefund(ada, paid, { amount: usd('1.00') });
  const [open, cartId, guestCartId] = [
    await shop.order(ada, [lamp, 1]),
    await shop.cart(ada, [lamp, 1]),
    await shop.cart(shop.guest, [lamp, 1]),
  ];
  const quoteId = await shop.quote(ada, cartId);
  const guestCart = (await shop.guest.ask('CartWithShipping', { id: guestCartId, destination: address })).cart;
  const { me } = await ada.ask('Me');
  await agora.rest();
  const { services } = carriers[0];
  return {
    shop,
    ada,
    lamp,
    couponId,
    exchangeCouponId,
    code,
    exchangeCode: exchangeCode as string,
    promotionId: promotion.id as string,
    homeId: home.id as string,
    courierId: courier.id as string,
    serviceId: services[0].id as string,
    paid,
    open,
    trackingNumber,
    shipmentId: shipmentId as string,
    refundId: refund.id as string,
    cartId,
    quoteId,
    guestCartId,
    guestLineId: guestCart.lines[0].id as string,
    notificationId: me.notifications.nodes[0].id as string,
  };
}
