import { randomUUID } from 'node:crypto';
import {
  AddCartLinesDocument,
  ApplyCouponDocument,
  ApproveRefundDocument,
  CartWithShippingDocument,
  ClaimCouponDocument,
  ClaimableCouponsDocument,
  ConfirmReceiptDocument,
  CreateCartDocument,
  DispatchShipmentDocument,
  OrderDetailDocument,
  OrderUpdatedDocument,
  PlaceOrderDocument,
  ProductListDocument,
  RequestRefundDocument,
  SearchProductsDocument,
  SignInDocument,
  SimulateDeliveryDocument,
  SimulatePaymentDocument,
  type OrderDetailQuery,
  type OrderUpdatedSubscription,
} from '../../client/__generated__/operations';
import { shopClient, type ShopClient } from './client';
import { HOME } from './home';
import { did, price, pushed, title } from './screen';

type Refused = { userErrors: readonly { code: string; message: string }[] };

/** What a mutation did. @throws Error with its first user error when it was refused */
function done<Payload extends Refused, Field extends keyof Payload>(
  payload: Payload,
  field: Field,
): NonNullable<Payload[Field]> {
  const [refusal] = payload.userErrors;
  const value = payload[field];
  if (refusal || value == null)
    throw new Error(refusal ? `${refusal.code}: ${refusal.message}` : `No ${String(field)} came back.`);
  return value;
}

async function signIn(url: string, email: string): Promise<ShopClient> {
  const { signIn: answer } = await shopClient(url).send(SignInDocument, { input: { email, password: 'agora-demo-1' } });
  const session = done(answer, 'session');
  did(`${session.user.displayName} signed in (${session.user.roles.join(', ')})`);
  return shopClient(url, session.accessToken);
}

async function chooseProduct(guest: ShopClient) {
  title('Browse and search');
  const { products } = await guest.send(ProductListDocument, {
    first: 5,
    filter: { inStock: true },
    sort: 'BEST_SELLING',
  });
  did(`${products.totalCount} products; the best-selling is ${products.nodes[0]?.name}`);
  const query = products.nodes[0]?.name.split(' ').at(-1) ?? '';
  const { searchProducts } = await guest.send(SearchProductsDocument, { query, first: 5, filter: { inStock: true } });
  did(`"${query}" finds ${searchProducts.totalCount}`);
  const product = products.nodes.find((each) => each.variants.some((variant) => variant.available > 3));
  const variant = product?.variants.find((each) => each.available > 3);
  if (!product || !variant) throw new Error('Nothing is in stock. Seed the shop first: npm run seed');
  did(`chose ${product.name}, ${variant.name}: ${price(variant.price)}, ${variant.available} left`);
  return variant;
}

/** Claims the first coupon that may be claimed; a shop without one is no failure of the story. */
async function claimCoupon(buyer: ShopClient): Promise<string | null> {
  const { coupons } = await buyer.send(ClaimableCouponsDocument, { first: 20 });
  for (const coupon of coupons.nodes) {
    const { claimCoupon: answer } = await buyer.send(ClaimCouponDocument, {
      couponId: coupon.id,
      idempotencyKey: randomUUID(),
    });
    if (!answer.userCoupon) continue;
    did(`claimed the coupon "${coupon.name}"; ${answer.userCoupon.coupon.remaining} are left`);
    return answer.userCoupon.code;
  }
  did('every coupon was claimed already');
  return null;
}

async function fillCart(buyer: ShopClient, variantId: string): Promise<string> {
  title('Cart and coupon');
  const cart = done(
    (await buyer.send(CreateCartDocument, { input: { lines: [{ variantId, quantity: 1 }] } })).createCart,
    'cart',
  );
  const { addCartLines } = await buyer.send(AddCartLinesDocument, {
    cartId: cart.id,
    lines: [{ variantId, quantity: 1 }],
  });
  did(`two in the cart: ${price(done(addCartLines, 'cart').total)}`);
  const code = await claimCoupon(buyer);
  if (code === null) return cart.id;
  const { applyCoupon } = await buyer.send(ApplyCouponDocument, { cartId: cart.id, code });
  const [refusal] = applyCoupon.userErrors;
  did(
    refusal
      ? `the coupon does not apply: ${refusal.message}`
      : `with the coupon: ${price(done(applyCoupon, 'cart').total)}`,
  );
  return cart.id;
}

async function placeOrder(buyer: ShopClient, cartId: string) {
  title('Order');
  const { cart } = await buyer.send(CartWithShippingDocument, { id: cartId, destination: HOME });
  const [quote] = cart?.shippingQuotes ?? [];
  if (!quote) throw new Error('No carrier delivers to San Francisco.');
  did(`${quote.carrier.name} ${quote.service}: ${price(quote.price)}, ${quote.minDays} to ${quote.maxDays} days`);
  const input = {
    cartId,
    shippingAddress: HOME,
    shippingQuoteId: quote.id,
    paymentMethod: 'SIMULATED' as const,
    idempotencyKey: randomUUID(),
  };
  const order = done((await buyer.send(PlaceOrderDocument, { input })).placeOrder, 'order');
  did(`order ${order.number} placed: ${price(order.total)}`);
  return order;
}

type Order = NonNullable<OrderDetailQuery['order']>;
type Update = NonNullable<OrderUpdatedSubscription['orderUpdated']>;

/** Follows an order and lets the story wait until it has reached a state. */
function followOrder(buyer: ShopClient, orderId: string) {
  let latest: Update['order'] | null = null;
  let check = () => {};
  const stop = buyer.follow(OrderUpdatedDocument, { orderId }, ({ orderUpdated }) => {
    if (!orderUpdated) return;
    latest = orderUpdated.order;
    const shipment = latest.shipments[0];
    pushed(
      `${orderUpdated.kind.toLowerCase()}: order ${latest.status}, payment ${latest.payment?.status ?? '–'}` +
        (shipment ? `, parcel ${shipment.status} (${shipment.events.length} scans)` : ''),
    );
    check();
  });
  const until = (what: string, reached: (order: Update['order']) => boolean) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`It was not pushed within 30 s that ${what}.`)), 30_000);
      check = () => {
        if (latest === null || !reached(latest)) return;
        clearTimeout(timer);
        check = () => {};
        resolve();
      };
      check();
    });
  return { until, stop };
}

async function detail(client: ShopClient, id: string): Promise<Order> {
  const { order } = await client.send(OrderDetailDocument, { id });
  if (!order) throw new Error('The order is gone.');
  return order;
}

async function refundPart(buyer: ShopClient, staff: ShopClient, order: Order): Promise<void> {
  title('A partial refund');
  const paymentId = order.payment?.id ?? '';
  const amount = { amount: '1.00', currencyCode: order.total.currencyCode };
  const request = { paymentId, amount, reason: 'A scratch on the box', idempotencyKey: randomUUID() };
  const refund = done((await buyer.send(RequestRefundDocument, request)).requestRefund, 'refund');
  did(`${price(refund.amount)} requested`);
  const approved = done((await staff.send(ApproveRefundDocument, { refundId: refund.id })).approveRefund, 'refund');
  did(`approved by staff: ${approved.status}`);
}

/** One order from browsing to a partial refund. @throws Error at the first step that does not hold */
export async function tellStory(url: string): Promise<void> {
  title('Sign in');
  const buyer = await signIn(url, 'buyer@agora.test');
  const staff = await signIn(url, 'staff@agora.test');
  const variant = await chooseProduct(shopClient(url));
  const cartId = await fillCart(buyer, variant.id);
  const placed = await placeOrder(buyer, cartId);
  const { until, stop } = followOrder(buyer, placed.id);
  try {
    title('Pay');
    const payment = { paymentId: placed.payment?.id ?? '', outcome: 'SUCCEED' as const, idempotencyKey: randomUUID() };
    done((await buyer.send(SimulatePaymentDocument, payment)).simulatePayment, 'payment');
    await until('the order is paid and has a parcel', (order) => order.status === 'PAID' && order.shipments.length > 0);
    title('Ship');
    const shipmentId = (await detail(staff, placed.id)).shipments[0]?.id ?? '';
    const shipment = done((await staff.send(DispatchShipmentDocument, { shipmentId })).dispatchShipment, 'shipment');
    did(`dispatched, tracking number ${shipment.trackingNumber}`);
    done((await staff.send(SimulateDeliveryDocument, { shipmentId, intervalMs: 300 })).simulateDelivery, 'shipment');
    await until('the order is delivered', (order) => order.status === 'DELIVERED');
    title('Receipt');
    did(
      `the buyer confirmed: ${done((await buyer.send(ConfirmReceiptDocument, { orderId: placed.id })).confirmReceipt, 'order').status}`,
    );
    await refundPart(buyer, staff, await detail(buyer, placed.id));
    await until('the refund reached the order', (order) => order.payment?.status === 'PARTIALLY_REFUNDED');
    const order = await detail(buyer, placed.id);
    title('The end');
    did(`order ${order.number}: ${order.status}, history ${order.history.map((entry) => entry.to).join(' → ')}`);
  } finally {
    await stop();
  }
}
