import { Client } from 'pg';
import type { Envelope } from '../../platform/identity/envelope';
import { demoTenant } from '../../platform/identity/tenants';
import { serviceEnvelope } from '../../platform/subgraph/room';
import { subgraphs } from '../../subgraphs';
import type { Context as OrdersContext } from '../../subgraphs/orders/context';
import { buyer, staff, startTestHouse } from './house';
import { violationsAtRest } from './rest';
import { address } from './shop';

export type Who = Partial<Envelope>;
type Named = Record<string, unknown>;

export const CART = `id currencyCode couponCode totalWeightGrams
  lines { id quantity unitPrice { amount currencyCode } total { amount } variant { id } }
  subtotal { amount currencyCode } discounts { label amount { amount } } total { amount currencyCode }`;
const ANSWER = 'warnings { code message } userErrors { code field message }';

/** A shop with goods, shipping and coupons, and what its buyers do, as a test speaks of it. */
export async function openCheckout() {
  const house = await startTestHouse(subgraphs);
  const clerk = staff();
  let count = 0;
  const unique = (word: string) => `${word}-${++count}`;

  async function ask(room: string, query: string, variables: Named = {}, who: Who = {}) {
    const answer = await house.execute(room, query, variables, who);
    if (answer.errors) throw new AggregateError(answer.errors, answer.errors.map((error) => error.message).join('; '));
    return answer.data;
  }
  /** Sends a mutation with one input; answers its payload. */
  async function act(room: string, name: string, input: Named, selection: string, who: Who = clerk) {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const data = await ask(
      room,
      `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} } }`,
      { input },
      who,
    );
    return data[name];
  }
  /** A field that one room adds to another room's entity. */
  async function entity(
    room: string,
    type: string,
    key: Named,
    selection: string,
    variables: Named = {},
    who: Who = {},
  ) {
    const declared = 'destination' in variables ? ', $destination: AddressInput!' : '';
    const data = await ask(
      room,
      `query ($of: [_Any!]!${declared}) { _entities(representations: $of) { ... on ${type} { ${selection} } } }`,
      { of: [{ __typename: type, ...key }], ...variables },
      who,
    );
    return data._entities[0];
  }

  async function openShipping() {
    const { carrier } = await act('logistics', 'createCarrier', { code: 'swift', name: 'Swift' }, 'carrier { id }');
    const days = { minDays: 2, maxDays: 4 };
    const service = { carrierId: carrier.id, code: 'standard', name: 'Swift standard', ...days };
    const created = await act('logistics', 'createCarrierService', service, 'service { id }');
    const areas = [{ countryCode: 'US' }];
    await act('logistics', 'setShippingZone', { code: 'domestic', name: 'Domestic', areas }, 'zone { code }');
    const price = (amount: string) => ({ amount, currencyCode: 'USD' });
    const rate = { serviceId: created.service.id, zoneCode: 'domestic', maxWeightGrams: 30_000 };
    await act('logistics', 'setShippingRate', { ...rate, base: price('5.00'), perKg: price('0') }, 'rate { zoneCode }');
  }

  const shop = {
    house,
    ask,
    act,
    entity,
    /** Runs `work` while the database refuses every new order. */
    async whileNoOrderOpens(work: () => Promise<unknown>) {
      const client = new Client({ connectionString: house.databaseUrl });
      await client.connect();
      try {
        await client.query('alter table orders.orders add constraint closed check (false) not valid');
        await work();
      } finally {
        await client.query('alter table orders.orders drop constraint closed');
        await client.end();
      }
    },
    /** What breaks one of the twelve invariants, once everything is at rest. */
    violations: () => violationsAtRest(house.databaseUrl, house.clock.now, house.settle),
    stop: () => house.stop(),
    /** A variant for sale; 10.00 USD and 10 of it unless told otherwise. */
    async variant({ stock = 10, price = '10.00' } = {}): Promise<string> {
      const slug = unique('product');
      const variants = [
        { sku: slug.toUpperCase(), price: { amount: price, currencyCode: 'USD' }, stock, weightGrams: 400 },
      ];
      const input = { slug, name: slug, categorySlug: 'things', variants };
      const { product, userErrors } = await act(
        'catalog',
        'createProduct',
        input,
        'product { variants { id } } userErrors { message }',
      );
      if (!product) throw new Error(JSON.stringify(userErrors));
      return product.variants[0].id;
    },
    setPrice: (variantId: string, amount: string) =>
      act(
        'catalog',
        'setVariantPrice',
        { variantId, prices: [{ amount, currencyCode: 'USD' }] },
        'userErrors { code message }',
      ),
    /** Hundredths of a percent on goods that go there. */
    async setTaxRate(countryCode: string, region: string, basisPoints: number) {
      const envelope = serviceEnvelope('orders', demoTenant, 'test');
      const context = house.room('orders').contextFor(envelope) as unknown as OrdersContext;
      await context.repositories.taxRates.set(countryCode, region, basisPoints);
    },
    async stock(variantId: string) {
      const query = 'query ($id: ID!) { productVariant(id: $id) { stock { onHand reserved available sold } } }';
      return (await ask('catalog', query, { id: variantId }, clerk)).productVariant.stock;
    },
    createCart: (lines: object[], who: Who = {}, more: Named = {}) =>
      act('orders', 'createCart', { lines, ...more }, `cart { ${CART} } ${ANSWER}`, who),
    async cart(who: Who, ...lines: [variantId: string, quantity: number][]): Promise<string> {
      const answer = await shop.createCart(
        lines.map(([variantId, quantity]) => ({ variantId, quantity })),
        who,
      );
      if (!answer.cart) throw new Error(JSON.stringify(answer.userErrors));
      return answer.cart.id;
    },
    readCart: async (id: string, who: Who = {}) =>
      (
        await ask(
          'orders',
          `query ($id: ID!) { cart(id: $id) { ${CART} warnings { code } order { id } } }`,
          { id },
          who,
        )
      ).cart,
    addLines: (cartId: string, lines: object[], who: Who = {}) =>
      act('orders', 'addCartLines', { cartId, lines }, `cart { ${CART} } ${ANSWER}`, who),
    updateLines: (cartId: string, lines: object[], who: Who = {}) =>
      act('orders', 'updateCartLines', { cartId, lines }, `cart { ${CART} } ${ANSWER}`, who),
    applyCoupon: (cartId: string, code: string, who: Who) =>
      act('orders', 'applyCoupon', { cartId, code }, `cart { ${CART} } ${ANSWER}`, who),
    /** A coupon in the buyer's hands; 3.00 USD off unless told otherwise. */
    async coupon(who: Who, more: Named = {}): Promise<string> {
      const input = { name: 'Welcome', kind: 'CASH', value: '3', total: 10, currencyCode: 'USD', ...more };
      const { coupon } = await act('marketing', 'createCoupon', input, 'coupon { id } userErrors { message }');
      const claim = { couponId: coupon.id, idempotencyKey: unique('claim') };
      return (await act('marketing', 'claimCoupon', claim, 'userCoupon { code }', who)).userCoupon.code;
    },
    couponStatus: async (who: Who & { identity: { id: string } }) => {
      const of = { id: who.identity.id };
      return (await entity('marketing', 'User', of, 'coupons(first: 10) { nodes { status } }', {}, who)).coupons
        .nodes[0].status;
    },
    async quote(cartId: string, who: Who = {}): Promise<string> {
      const { totalWeightGrams, currencyCode } = await shop.readCart(cartId, who);
      const key = { id: cartId, totalWeightGrams, currencyCode };
      const selection = 'shippingQuotes(destination: $destination) { id price { amount } }';
      return (await entity('logistics', 'Cart', key, selection, { destination: address }, who)).shippingQuotes[0].id;
    },
    async place(who: Who, cartId: string, more: Named = {}) {
      const shippingQuoteId = more.shippingQuoteId ?? (await shop.quote(cartId, who));
      const input = {
        cartId,
        shippingAddress: address,
        shippingQuoteId,
        paymentMethod: 'SIMULATED',
        idempotencyKey: unique('place'),
        ...more,
      };
      return act('orders', 'placeOrder', input, `order { id number status total { amount } } ${ANSWER}`, who);
    },
    /** An order that waits for its payment. */
    async order(who: Who, variantId: string, quantity = 1): Promise<string> {
      const { order, userErrors } = await shop.place(who, await shop.cart(who, [variantId, quantity]));
      if (!order) throw new Error(JSON.stringify(userErrors));
      return order.id;
    },
    payment: async (orderId: string, who: Who) =>
      (await entity('payments', 'Order', { id: orderId }, 'payment { id status amount { amount } expiresAt }', {}, who))
        .payment,
    async pay(orderId: string, who: Who, outcome = 'SUCCEED') {
      const { id } = await shop.payment(orderId, who);
      const input = { paymentId: id, outcome, idempotencyKey: unique('pay') };
      return act('payments', 'simulatePayment', input, 'payment { status } userErrors { code }', who);
    },
    cancel: (orderId: string, who: Who, reason?: string) =>
      act('orders', 'cancelOrder', { orderId, reason }, 'order { id status } userErrors { code field message }', who),
    readOrder: async (id: string, who: Who) => {
      const query = `query ($id: ID!) { order(id: $id) { id number status note subtotal { amount } shippingTotal { amount }
        taxTotal { amount } discountTotal { amount } total { amount } discounts { label amount { amount } }
        lines { quantity sku productName unitPrice { amount } discount { amount } total { amount } variant { id } }
        shippingAddress { recipient city countryCode } buyer { id } history { from to reason } } }`;
      return (await ask('orders', query, { id }, who)).order;
    },
    status: async (id: string, who: Who) => (await shop.readOrder(id, who)).status,
    shipment: async (orderId: string) => {
      const query =
        'query ($id: ID!) { shipments(first: 1, filter: { orderId: $id }) { nodes { id status trackingNumber } } }';
      return (await ask('logistics', query, { id: orderId }, clerk)).shipments.nodes[0];
    },
    buyer: () => buyer() as Who & { identity: { id: string } },
    clerk,
  };
  const category = await act('catalog', 'createCategory', { slug: 'things', name: 'Things' }, 'userErrors { message }');
  if (category.userErrors.length > 0) throw new Error(JSON.stringify(category.userErrors));
  await openShipping();
  return shop;
}
export type Checkout = Awaited<ReturnType<typeof openCheckout>>;
