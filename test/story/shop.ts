import { Client } from 'pg';
import type { Caller } from './post';
import { guestOf, signUp, type Person, type Place } from './people';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever its operation selected
type Data = any;

export type Goods = { id: string; slug: string; name: string; variantId: string; sku: string };
export type Lines = [goods: Goods, quantity: number][];
export type Order = { id: string; number: string; paymentId: string };

export const address = {
  recipient: 'Ada Lovelace',
  line1: '1 Market Street',
  city: 'San Francisco',
  region: 'CA',
  postalCode: '94103',
  countryCode: 'US',
};
export const usd = (amount: string) => ({ amount, currencyCode: 'USD' });

export const codes = ({ userErrors }: { userErrors: { code: string }[] }): string[] =>
  userErrors.map(({ code }) => code);

/** What a payload holds under `name`. @throws Error with its user errors when there is nothing */
function made(payload: Data, name: string): Data {
  if (payload[name] === null) throw new Error(`There is no ${name}: ${JSON.stringify(payload.userErrors)}`);
  return payload[name];
}

/** The first administrator, whom nobody could appoint. */
async function appoint({ databaseUrl }: Place, { id }: Person): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`update users.users set roles = roles || '{ADMIN}'::text[] where id = $1`, [id]);
  await client.end();
}

async function hire(place: Place, tenant: Caller): Promise<{ chief: Person; clerk: Person }> {
  const chief = await signUp(place, tenant, { name: 'Chief' });
  const clerk = await signUp(place, tenant, { name: 'Clerk' });
  await appoint(place, chief);
  await chief.signIn();
  await chief.act('AssignRole', { userId: clerk.id, role: 'STAFF' });
  await clerk.signIn();
  return { chief, clerk };
}

/** A carrier that serves the whole country in 2 to 4 days, for 5.00 USD. */
async function ship(clerk: Person): Promise<string> {
  const { carrier } = await clerk.order('createCarrier', { code: 'swift', name: 'Swift' }, 'carrier { id }');
  const days = { minDays: 2, maxDays: 4 };
  const wanted = { carrierId: carrier.id, code: 'standard', name: 'Swift standard', ...days };
  const { service } = await clerk.order('createCarrierService', wanted, 'service { id }');
  await clerk.order('setShippingZone', { code: 'domestic', name: 'Domestic', areas: [{ countryCode: 'US' }] });
  const rate = { serviceId: service.id, zoneCode: 'domestic', maxWeightGrams: 30_000 };
  await clerk.order('setShippingRate', { ...rate, base: usd('5.00'), perKg: usd('0') });
  return carrier.id;
}

/** A shop that is open: its staff, its carrier, and what people do there. */
export async function startStory(place: Place, { tenant = 'demo' } = {}) {
  const headers = { headers: { 'agora-tenant': tenant } };
  const { chief, clerk } = await hire(place, headers);
  const carrierId = await ship(clerk);
  await clerk.order('createCategory', { slug: 'things', name: 'Things' });
  let count = 0;
  const unique = (word: string) => `${word}-${(count += 1)}`;

  const shop = {
    tenant,
    chief,
    clerk,
    carrierId,
    guest: guestOf(place, headers),
    unique,
    buyer: (name = 'Ada', email?: string) => signUp(place, headers, { name, email }),

    /** Something for sale: 10 of it for 10.00 USD unless told otherwise. */
    async goods({ stock = 10, price = '10.00', slug = unique('lamp') } = {}): Promise<Goods> {
      const sku = slug.toUpperCase();
      const variants = [{ sku, price: usd(price), stock, weightGrams: 400 }];
      const input = { slug, name: `Lamp ${slug}`, description: 'It shines.', categorySlug: 'things', variants };
      const product = made(await clerk.act('CreateProduct', { input }), 'product');
      return { id: product.id, slug, name: input.name, variantId: product.variants[0].id, sku };
    },
    async stockOf({ variantId }: Goods): Promise<Data> {
      const text = 'query ($id: ID!) { productVariant(id: $id) { stock { onHand reserved available sold returned } } }';
      return (await clerk.ask(text, { id: variantId })).productVariant.stock;
    },

    /** A coupon to be claimed: 10 of 3.00 USD off unless told otherwise. */
    async coupon(more: object = {}): Promise<string> {
      const input = { name: 'Welcome', kind: 'CASH', value: '3', total: 10, currencyCode: 'USD', ...more };
      return made(await clerk.act('CreateCoupon', { input }), 'coupon').id;
    },
    /** The code of a coupon that somebody now holds. */
    async claim(who: Person, couponId: string): Promise<string> {
      const idempotencyKey = unique('claim');
      return made(await who.act('ClaimCoupon', { couponId, idempotencyKey }), 'userCoupon').code;
    },

    async cart(who: Person, ...lines: Lines): Promise<string> {
      const input = { lines: lines.map(([{ variantId }, quantity]) => ({ variantId, quantity })) };
      return made(await who.act('CreateCart', { input }), 'cart').id;
    },
    async quote(who: Person, cartId: string): Promise<string> {
      const { cart } = await who.ask('CartWithShipping', { id: cartId, destination: address });
      return cart.shippingQuotes[0].id;
    },
    /** Places an order; answers the payload, refused or not. */
    async place(who: Person, cartId: string, more: object = {}): Promise<Data> {
      const wish = { cartId, shippingAddress: address, paymentMethod: 'SIMULATED', idempotencyKey: unique('place') };
      const shippingQuoteId = 'shippingQuoteId' in more ? more.shippingQuoteId : await shop.quote(who, cartId);
      return who.act('PlaceOrder', { input: { ...wish, shippingQuoteId, ...more } });
    },
    /** An order that waits for its payment. */
    async order(who: Person, ...lines: Lines): Promise<Order> {
      const order = made(await shop.place(who, await shop.cart(who, ...lines)), 'order');
      return { id: order.id, number: order.number, paymentId: order.payment.id };
    },
    pay: (who: Person, { paymentId }: Order, outcome = 'SUCCEED', idempotencyKey = unique('pay')): Promise<Data> =>
      who.act('SimulatePayment', { paymentId, outcome, idempotencyKey }),
    cancel: (who: Person, { id }: Order, reason?: string): Promise<Data> =>
      who.act('CancelOrder', { orderId: id, reason }),
    requestRefund: (who: Person, { paymentId }: Order, more: object = {}): Promise<Data> =>
      who.act('RequestRefund', { paymentId, reason: 'It does not fit.', idempotencyKey: unique('refund'), ...more }),

    async statusOf({ id }: Order): Promise<string> {
      return (await clerk.ask('query ($id: ID!) { order(id: $id) { status } }', { id })).order.status;
    },
    async detail(who: Person, { id }: Pick<Order, 'id'>): Promise<Data> {
      return (await who.ask('OrderDetail', { id })).order;
    },
    async shipmentOf({ id }: Order): Promise<Data> {
      return (await clerk.ask('Shipments', { first: 1, filter: { orderId: id } })).shipments.nodes[0];
    },
    /** Hands the parcel of a paid order to its carrier; answers its number. */
    async dispatch(order: Order): Promise<string> {
      const { id } = await shop.shipmentOf(order);
      return made(await clerk.act('DispatchShipment', { shipmentId: id }), 'shipment').trackingNumber;
    },
    scan: (trackingNumber: string, status: string): Promise<Data> =>
      clerk.act('RecordTrackingEvent', { trackingNumber, status, description: `Now ${status}` }),
  };
  return shop;
}
export type Shop = Awaited<ReturnType<typeof startStory>>;
